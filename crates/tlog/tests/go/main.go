// Command main answers, one line for each line of standard input, whether the
// notes and proofs given there hold for golang.org/x/mod/sumdb, the code behind
// the Go checksum database.
//
//	note   <vkey> <base64 note>                              ok <base64 text>
//	sign   <skey> <base64 text>                              ok <base64 note>
//	record <size> <root> <index> <leaf> <hash,hash,...|->    ok
//	tree   <new size> <new root> <old size> <old root> <…>   ok
//
// Anything that does not hold is answered with "refused" and the reason.
package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		answer, err := check(strings.Fields(lines.Text()))
		if err != nil {
			fmt.Println("refused:", err)
			continue
		}
		fmt.Println(strings.TrimSpace("ok " + answer))
	}
}

func check(question []string) (string, error) {
	switch {
	case len(question) == 3 && question[0] == "note":
		return openNote(question[1], question[2])
	case len(question) == 3 && question[0] == "sign":
		return signNote(question[1], question[2])
	case len(question) == 6 && question[0] == "record":
		return "", checkProof(question[1:], checkRecord)
	case len(question) == 6 && question[0] == "tree":
		return "", checkProof(question[1:], checkTree)
	}
	return "", errors.New("not a question")
}

func openNote(vkey, encoded string) (string, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return "", err
	}
	msg, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", err
	}
	n, err := note.Open(msg, note.VerifierList(verifier))
	if err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString([]byte(n.Text)), nil
}

func signNote(skey, encoded string) (string, error) {
	signer, err := note.NewSigner(skey)
	if err != nil {
		return "", err
	}
	text, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", err
	}
	msg, err := note.Sign(&note.Note{Text: string(text)}, signer)
	return base64.StdEncoding.EncodeToString(msg), err
}

func checkRecord(proof []tlog.Hash, size int64, root tlog.Hash, index int64, leaf tlog.Hash) error {
	return tlog.CheckRecord(proof, size, root, index, leaf)
}

func checkTree(proof []tlog.Hash, size int64, root tlog.Hash, old int64, oldRoot tlog.Hash) error {
	return tlog.CheckTree(proof, size, root, old, oldRoot)
}

// checkProof reads the five fields that both kinds of proof have.
func checkProof(fields []string, check func([]tlog.Hash, int64, tlog.Hash, int64, tlog.Hash) error) error {
	size, err1 := strconv.ParseInt(fields[0], 10, 64)
	root, err2 := tlog.ParseHash(fields[1])
	part, err3 := strconv.ParseInt(fields[2], 10, 64)
	hash, err4 := tlog.ParseHash(fields[3])
	proof, err5 := parseHashes(fields[4])
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			return err
		}
	}
	return check(proof, size, root, part, hash)
}

func parseHashes(field string) ([]tlog.Hash, error) {
	if field == "-" {
		return nil, nil
	}
	var hashes []tlog.Hash
	for _, text := range strings.Split(field, ",") {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
