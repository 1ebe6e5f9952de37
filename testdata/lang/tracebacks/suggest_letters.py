import traceback, sys
def show(f):
    try: f()
    except Exception as e:
        print(traceback.format_exception_only(e)[-1], end="")
class A:
    é = 1; ñandú = 2; 中文 = 3; 中文字符 = 4; naïve = 5; über = 6; ß = 7
a = A()
for n in ["è", "e", "nandu", "中国", "中文字", "naive", "uber", "Über", "s", "ÑANDÚ", "ö", "中", "ñandu", "éé", "naïv", "文"]:
    show(lambda: getattr(a, n))
é = 1; été = 2; 変数 = 3; naïve_value = 4
show(lambda: è)
show(lambda: ét)
show(lambda: ete)
show(lambda: 変)
show(lambda: 変数名)
show(lambda: naive_value)
show(lambda: É)
show(lambda: ÉTÉ)
