"""The parts pages are made of; where a part needs the browser, x.js stands beside x.py."""
