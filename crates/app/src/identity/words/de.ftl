sign-in = Anmelden
sign-out = Abmelden
sign-in-sentence = Mit dem Passkey auf Ihrem Gerät oder mit einem Code per E-Mail.
sign-in-by-passkey = Mit Passkey anmelden
sign-in-by-code = Oder mit einem Code per E-Mail
sign-in-address = Ihre E-Mail-Adresse
sign-in-address-hint = Wenn sie hier jemandem gehört, sind sechs Ziffern unterwegs.
sign-in-address-missing = Geben Sie eine E-Mail-Adresse an, zum Beispiel dana@example.com.
sign-in-mail-code = Code zusenden
sign-in-no-passkey = Der Browser hat keinen Passkey gesendet. Fordern Sie stattdessen einen Code an.
sign-in-passkey-sending = Sie werden angemeldet …
sign-in-passkey-cancelled = Sie sind nicht angemeldet. Versuchen Sie es erneut oder fordern Sie einen Code an.
sign-in-passkey-unable = Dieser Browser kann keine Passkeys verwenden. Fordern Sie einen Code an.
sign-in-passkey-unknown = Diesen Passkey hat hier niemand, oder er wurde gesperrt. Fordern Sie einen Code an.
sign-in-code-title = Der Code aus Ihrer E-Mail
sign-in-code-sentence = Wenn die Adresse hier jemandem gehört, ist ein Brief mit sechs Ziffern unterwegs. Der Code gilt zehn Minuten, einmal, in diesem Browser.
sign-in-code-label = Sechs Ziffern
sign-in-code-wrong = { $left ->
    [one] Das ist nicht der Code aus der E-Mail. Ein Versuch bleibt.
   *[other] Das ist nicht der Code aus der E-Mail. { $left } Versuche bleiben.
}
sign-in-code-over = Dieser Code gilt nicht mehr: Er wurde verwendet, zu oft versucht oder ist älter als zehn Minuten.
sign-in-another-code = Neuen Code anfordern
sign-in-code-missing = Kein Brief angekommen?
sign-in-code-missing-sentence = Sehen Sie bei den unerwünschten Nachrichten nach und prüfen Sie die Adresse. Wenn Sie neu sind, hat Ihre Informationssicherheit Sie vielleicht noch nicht eingetragen.
sign-in-organisation-title = Welche Organisation?
sign-in-organisation-sentence = Diese Adresse gehört hier zu mehreren Organisationen.
sign-in-organisation-legend = Anmelden bei
letter-sign-in-code-subject = Ihr Anmeldecode für { $organisation }
letter-sign-in-code-text =
    { $name }, hier ist der Code zum Anmelden:

    { $code }

    Er gilt { $minutes } Minuten, einmal, in dem Browser, der ihn angefordert hat. Niemand von uns wird Sie je danach fragen.
    Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.
letter-fresh-link-subject = Der neue Link, um den Sie gebeten haben
letter-fresh-link-text =
    { $name }, hier ist ein neuer Link anstelle des abgelaufenen:

    { $link }

    Nichts wird festgehalten, bevor Sie dort auf eine Schaltfläche drücken.
letter-passkey-enrolled-subject = Für Sie wurde bei { $organisation } ein Passkey eingerichtet
letter-passkey-enrolled-text =
    { $name }, mit dem Passkey „{ $passkey }“ kann man sich jetzt in Ihrem Namen anmelden und unterschreiben.

    Wenn Sie das nicht waren, sagen Sie es sofort Ihrer Informationssicherheit; sie kann ihn sperren.
link-unknown = Dieser Link führt nirgendwohin
link-unknown-sentence = Vielleicht hat das Mailprogramm ihn geteilt: Kopieren Sie die ganze Zeile aus dem Brief. Oder melden Sie sich an; was auf Sie wartet, steht auf Ihrer Seite.
link-expired = Dieser Link ist abgelaufen
link-expired-sentence = Nichts ist verloren. Fordern Sie einen neuen an; er geht an dieselbe Person.
link-done = Das ist erledigt
link-done-sentence = Der Link führte zu etwas, das inzwischen abgeschlossen ist. Melden Sie sich an, um es anzusehen.
link-renewed = Ein neuer Link ist unterwegs
link-renewed-sentence = Er ging an die Person, für die schon der erste Brief bestimmt war.
link-renew = Neuen Link zusenden
passkey-say-preparing = Einen Moment …
passkey-say-waiting = Bestätigen Sie mit Gesicht, Finger oder PIN.
passkey-say-sending = Einen Moment …
passkey-say-failed = Der Server war nicht erreichbar. Es ist nichts geschehen.
passkey-say-known = Dieses Gerät hat bereits einen Passkey von Ihnen.
passkey-say-cancelled = Es wurde kein Passkey angelegt. Sie können es erneut versuchen.
passkey-say-unable = Dieser Browser kann keine Passkeys anlegen.
passkeys-title = Passkeys
passkeys-add = Passkey hinzufügen
passkeys-none = Sie haben noch keinen Passkey
passkeys-none-sentence = Damit melden Sie sich ohne E-Mail an und unterschreiben Erklärungen mit Gesicht, Finger oder PIN. Er bleibt auf Ihrem Gerät; wir behalten nur den Schlüssel zum Prüfen.
passkeys-link-is-not-enough = Sie haben bereits einen Passkey. Melden Sie sich an, um einen weiteren hinzuzufügen.
passkeys-over = Das hat länger als fünf Minuten gedauert oder wurde schon beantwortet. Bitte versuchen Sie es erneut.
passkeys-not-genuine = Die Antwort des Geräts kann nicht angenommen werden: Sie gilt einer anderen Website, wurde unterwegs verändert oder entstand, ohne dass das Gerät Sie erkannt hat.
passkeys-known = Dieser Passkey ist bereits eingerichtet.
passkeys-no-script = Einen Passkey anzulegen braucht JavaScript, das dieser Browser hier nicht ausführt. Die Anmeldung mit zugesandtem Code geht auch ohne.
passkeys-unnamed = Passkey vom { $day }
passkeys-enrolled = Der Passkey ist bereit.
passkeys-everybody = Passkeys
passkeys-everybody-sentence = Das Protokoll zeigt, welcher Schlüssel unterschrieben hat. Wessen Schlüssel es ist, bestätigt eine zweite Person: die oberste Leitung oder die Informationssicherheit, nie die Administration.
passkeys-nobody = Noch hat niemand einen Passkey
passkeys-nobody-sentence = Solange Mitglieder der obersten Leitung keinen haben, steht hinter ihren Unterschriften nur das Wort des Servers. Sie legen ihn beim ersten Unterschreiben oder in den Einstellungen an.
passkeys-pages = Seiten
passkeys-next = Weiter
passkeys-of = Passkey von { $name }.
passkeys-enrolled-at = Eingerichtet { $moment }
passkeys-state-revoked = Gesperrt
passkeys-state-confirmed = Bestätigt
passkeys-state-self-asserted = Noch nicht bestätigt
passkeys-fact-enrolled = Eingerichtet
passkeys-fact-copies = Kopien
passkeys-fact-confirmed = Bestätigt von
passkeys-fact-revoked = Gesperrt
passkeys-synced = Kann auf andere Geräte der Person kopiert werden
passkeys-device-bound = Bleibt auf einem Gerät
passkeys-via-setup = bei der Einrichtung der Organisation
passkeys-via-invitation = über den Link in einem Brief
passkeys-via-existing-passkey = in einer mit früherem Passkey geöffneten Sitzung
passkeys-via-session = in einer ohne Passkey geöffneten Sitzung
passkeys-via-recovery = nach einem Verlust
passkeys-name = Name
passkeys-name-missing = Geben Sie dem Passkey einen Namen.
passkeys-rename = Namen speichern
passkeys-renamed = Gespeichert.
passkeys-confirm = Passkey bestätigen
passkeys-confirm-title = Wessen Schlüssel ist das?
passkeys-confirm-sentence = Bestätigen Sie nur, was Sie selbst gesehen oder gehört haben: dass { $name } diesen Passkey in Händen hat.
passkeys-confirm-how = Woher wissen Sie das?
passkeys-confirm-how-hint = Zum Beispiel: persönlich dabei, als der Passkey verwendet wurde.
passkeys-confirmed = Bestätigt.
passkeys-confirm-own = Ihren Passkey muss jemand anderes bestätigen.
passkeys-confirm-not-yours = Nur die oberste Leitung oder die Informationssicherheit bestätigt einen Passkey.
passkeys-confirm-twice = Sie haben diesen Passkey bereits bestätigt.
passkeys-confirm-how-missing = Sagen Sie, woher Sie wissen, dass der Passkey in den Händen dieser Person ist.
passkeys-revoke = Passkey sperren
passkeys-revoke-title = Verloren oder gestohlen?
passkeys-revoke-sentence = Ein gesperrter Passkey öffnet und unterschreibt nichts mehr. Unterschriften aus der Zeit vor dem Verlust bleiben gültig.
passkeys-revoke-reason = Warum?
passkeys-revoke-since = Seit wann könnten andere ihn gehabt haben?
passkeys-revoke-since-hint = Unterschriften ab diesem Tag wird nicht geglaubt.
passkeys-optional = (freiwillig)
passkeys-revoked = Gesperrt.
passkeys-revoke-twice = Dieser Passkey wurde bereits gesperrt.
passkeys-revoke-reason-missing = Sagen Sie, warum der Passkey gesperrt wird.
passkeys-revoke-future = Ein Passkey kann nicht erst in der Zukunft verloren gehen.
passkeys-revoke-since-unreadable = Geben Sie den Tag als Datum an.
