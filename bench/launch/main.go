// Command launch runs a command and writes to file descriptor 3 what it took.
//
// A process begins with the peak memory of the one that started it, as far as the
// kernel's account goes. So what starts the engines has to be smaller than any of
// them, which is why this is a program of its own, and why it imports next to nothing.
package main

import (
	"os"
	"strconv"
	"syscall"
)

func main() {
	if len(os.Args) < 2 {
		die("launch: want a command")
	}
	syscall.CloseOnExec(3)
	pid, err := syscall.ForkExec(os.Args[1], os.Args[1:], &syscall.ProcAttr{Env: os.Environ(), Files: []uintptr{0, 1, 2}})
	if err != nil {
		die("launch: " + os.Args[1] + ": " + err.Error())
	}
	var status syscall.WaitStatus
	var usage syscall.Rusage
	for {
		_, err = syscall.Wait4(pid, &status, 0, &usage)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		die("launch: " + err.Error())
	}
	cpu := usage.Utime.Nano() + usage.Stime.Nano()
	report := strconv.FormatInt(cpu, 10) + " " + strconv.FormatInt(usage.Maxrss, 10) + "\n"
	if _, err := syscall.Write(3, []byte(report)); err != nil {
		die("launch: " + err.Error())
	}
	if status.Signaled() {
		die("launch: " + os.Args[1] + ": " + status.Signal().String())
	}
	os.Exit(status.ExitStatus())
}

func die(why string) {
	os.Stderr.WriteString(why + "\n")
	os.Exit(1)
}
