# json.dumps: what default= gives is indented as what it stands for.
import json
print(json.dumps([{"a": {1,2}}], default=sorted, indent=1))
print(json.dumps({"a": {"q":{1}}}, default=list, indent=2))
print(json.dumps([{1}], default=list, indent="\t"))
