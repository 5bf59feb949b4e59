operations-title = Operations
operations-intro = Whether this installation is well. Contents of records and letters are not shown to administrators.
operations-breadcrumb = Breadcrumb
operations-fine = Fine
operations-look = Look here
operations-working = At work
operations-unknown = Unknown
operations-log = Log
operations-log-says = { $size } entries, the latest on { $last }.
operations-log-continues = Continues what was signed
operations-log-broken = Does not continue what was signed
operations-leaves = Records waiting for their place in the log
operations-leaves-waiting = { $count ->
    [0] None.
    [one] One; it should take about a second.
   *[other] { $count }; it should take about a second.
}
operations-jobs-failed-title = Failed jobs
operations-jobs-failed-intro = Work behind the scenes that was given up. When its cause is gone, try it again.
operations-jobs-failed-count = { $count ->
    [0] None.
    [one] One job was given up.
   *[other] { $count } jobs were given up.
}
operations-jobs-waiting-title = Waiting jobs
operations-jobs-waiting-intro = Work behind the scenes that is about to be done, or will be tried again.
operations-jobs-waiting-count = { $count ->
    [0] None.
    [one] One job waits.
   *[other] { $count } jobs wait.
}
operations-jobs-failed-none = No job has failed
operations-jobs-waiting-none = No job is waiting
operations-jobs-none-why = Letters, reminders and packs are made by jobs. One that cannot be done after twelve attempts is listed as failed, with the reason.
operations-newest-first = Newest first.
operations-job = Job
operations-job-write-letter = Write a letter
operations-job-send-letter = Send a letter
operations-job-tell-audience = Tell everybody of a publication
operations-job-send-receipt = Mail a receipt
operations-jobs-waiting-when = Runs
operations-jobs-failed-when = Given up
operations-job-attempts = Attempts
operations-job-note = Reason
operations-job-act = What to do
operations-job-retry = Try again
operations-job-tried-again = The job will be tried again.
operations-pages = Pages
operations-older = Older jobs
operations-mail = Mail
operations-mail-configured = A mail server is configured.
operations-mail-missing = No mail server is configured: letters stay on screen. Set “smtp” in the configuration.
operations-version = Version
operations-database = Database
operations-files = Files
operations-files-here = In the data folder
operations-files-elsewhere = In the configured object store
operations-disk = Disk of the data folder
operations-disk-free = { $whole }.{ $tenth } GiB free ({ $percent } %)
operations-disk-tight = Running out
operations-backup = Last backup
operations-backup-why = Backups are made from outside and this server is not told. Make one with “countersign backup”, keep it elsewhere, and try to restore it.
