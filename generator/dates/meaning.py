"""What a time expression means, independently of any publication date."""

Meaning = object
