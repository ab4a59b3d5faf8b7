"""The pages to read beside a session: words, company, signs, questions, a week."""
