"""What a record may say: closed lists, value types, hours, and the service they make up."""
