"""Work to do soon: in this process, or shared by many through PostgreSQL."""
