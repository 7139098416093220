"""What wraps every answer: request ids, security headers, body limits, logs; and the socket of the pages."""
