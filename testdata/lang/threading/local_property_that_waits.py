# While a property of a threading.local waits in one thread, others use the same object.
import threading
import time


class Session(threading.local):
    opened = 0

    def __init__(self, prefix="session of "):
        self.owner = prefix + threading.current_thread().name
        self.log = []

    @property
    def token(self):
        self.log.append("asked")
        time.sleep(waits[threading.current_thread().name])
        self.log.append("got")
        return "token of " + self.user

    @token.setter
    def token(self, value):
        time.sleep(waits[threading.current_thread().name])
        self.given = value


def work(name):
    session.user = name
    token = session.token
    session.token = name.upper()
    session.opened += 1
    results[name] = token, session.user, session.given, session.opened, session.owner, session.log


session = Session()
results = {}
waits = {"ann": 0.1, "bob": 0.2, "cy": 0.05}
threads = [threading.Thread(target=work, name=name, args=(name,)) for name in waits]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in waits:
    print(name, *results[name])
print(hasattr(session, "user"), session.opened, session.owner, session.log)
