sign-in = Sign in
sign-out = Sign out
