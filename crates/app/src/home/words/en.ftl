home-title = My page
home-hello = Hello, { $name }
home-count = { $count ->
    [0] Nothing needs you at the moment.
    [one] One thing needs you.
    [2] Two things need you.
    [3] Three things need you.
   *[other] { $count } things need you.
}
home-nothing = Nothing is waiting for you
home-nothing-why = When a text is published that concerns you, it appears here and in your mail, with the day by which it is due.
home-nothing-executive = What needs your signature or your decision appears here first, never more than three things at once. Auditors ask whether you read and follow the same texts as everybody else; they appear here too.
home-to-readiness = See what an auditor will ask
home-asked-by = Asked by
home-since = Since
home-due = Due
home-late = Late
home-due-on = Due { $day }
home-takes = Takes
home-minutes = { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
}
home-sign-title = Sign “{ $title }”
home-sign-why = It binds nobody before you have signed it. You can just as well decline with a reason, or ask.
home-sign-button = Read and sign
home-acknowledge-title = Read “{ $title }”
home-acknowledge-why = It applies to everybody who works here, and it asks each of us to say that we have read it.
home-acknowledge-button = Read
home-publish-title = Publish “{ $title }”
home-publish-why = It is signed. Nobody else reads it, and nobody is asked to acknowledge it, before it is published.
home-publish-button = Read and publish
home-answer-title = Answer a question: “{ $title }”
home-answer-why = Somebody asked before they sign or acknowledge. Question and answer are kept with the text.
home-answer-button = Answer
home-decide-title = Decide on refusals: “{ $title }”
home-decide-why = Somebody declined to acknowledge it. It counts as a gap; you say whether you spoke with them, ask again, or let it stand.
home-decide-button = See and decide
home-declined = { $count ->
    [one] One person declined
   *[other] { $count } people declined
}
home-confirm-title = Confirm the appointment of { $title }
home-confirm-why = An entry in the register of top management needs the word of a second member: without it, what this person signs does not count as signed by the right one.
home-confirm-button = Look and confirm
home-passkeys-title = { $title }
home-passkeys-why = Somebody other than the owner says whose passkey it is, best with the device in sight. Without that, a signature proves a key and not a name.
home-passkeys-button = Look and confirm
home-passkeys = { $count ->
    [one] Confirm whose passkey it is
   *[other] Confirm whose passkeys these are ({ $count })
}
home-grant-title = Name the information-security manager
home-grant-why = Nobody holds this role. Whoever does writes and publishes the statement, and keeps the register of top management.
home-grant-button = Give the role
home-mail-title = Set up mail
home-mail-why = No mail server is configured: letters stay on screen and reach nobody, and nobody but holders of a passkey can sign in.
home-mail-button = See what is missing
home-appoint-title = Enter who is top management
home-appoint-why = Only somebody on the register signs a statement. Enter each person with the document that the appointment rests on.
home-appoint-button = Enter somebody
home-write-title = Begin the statement
home-write-why = Auditors begin here: top management’s own statement, signed and dated.
home-write-button = Begin
home-people-title = Enter your colleagues
home-people-why = Nobody but you is entered. Whoever is not on the list cannot be asked to read anything.
home-people-button = Enter or import people
home-later = { $count ->
    [one] Later (1)
   *[other] Later ({ $count })
}
home-done = Done
home-done-item = { $title }, version { $version }
home-done-signed = Signed
home-done-acknowledged = Acknowledged
home-done-declined = Declined
