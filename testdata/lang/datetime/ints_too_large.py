import datetime as D
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d, dt, tm = D.date(2020,1,1), D.datetime(2020,1,1), D.time(1)
for n in (2**31, -2**31-1, 2**40, -2**40, 2**63, 2**64, -2**64):
    t(lambda: D.date(n,1,1)); t(lambda: D.date(1,n,1)); t(lambda: D.datetime(1,1,1,n)); t(lambda: D.time(n)); t(lambda: D.time(0,0,0,n)); t(lambda: d.replace(year=n)); t(lambda: dt.replace(hour=n)); t(lambda: tm.replace(n)); t(lambda: D.date.fromisocalendar(n,1,1)); t(lambda: D.date.fromisocalendar(1,n,1)); t(lambda: D.date.fromordinal(n)); t(lambda: D.timedelta(n)); t(lambda: D.datetime(1,1,1,fold=n)); t(lambda: D.date.fromtimestamp(n)); t(lambda: D.datetime.fromtimestamp(n))
