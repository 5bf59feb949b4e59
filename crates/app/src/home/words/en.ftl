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
home-later = { $count ->
    [one] Later (1)
   *[other] Later ({ $count })
}
home-done = Done
home-done-item = { $title }, version { $version }
home-done-signed = Signed
home-done-acknowledged = Acknowledged
