# enum. The class statement of an enumeration runs in an EnumDict, which notes
# the members; EnumType makes them when the class is there.
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT',
           'KEEP', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'global_enum', 'global_enum_repr', 'global_flag_repr',
           'global_str', 'pickle_by_enum_name', 'pickle_by_global_name']

Enum = Flag = ReprEnum = EJECT = KEEP = None


class _NotGiven:
    def __repr__(self):
        return '_auto_null'


_missing = _NotGiven()


class nonmember:
    """Protects a value in a class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in a class body a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that _generate_next_value_ makes."""

    def __init__(self, value=_missing):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % self.value


class property(DynamicClassAttribute):
    """An attribute of members whose name may also be a member's."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name)
            if found is not None:
                return found
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        if self.fget is None:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        return self.fget(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_private(cls_name, key):
    # Whether key is a name that the class keeps to itself, with two underscores.
    own = '_%s__' % (cls_name,)
    return len(key) > len(own) and key.startswith(own) and not key.endswith('__')


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    prefix = '_%s__' % cls_name
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith('__')


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_inner_class(cls_name, obj):
    return isinstance(obj, type) and ('.' + obj.__qualname__).endswith('.%s.%s' % (cls_name, obj.__name__))


_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
            '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_')


class EnumDict(dict):
    """The namespace of an enumeration's class body."""

    def __init__(self):
        super().__init__()
        self._cls_name = None
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDERS and not key.startswith('_repr_'):
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
                if not isinstance(value, staticmethod):
                    value = staticmethod(value)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        elif _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif isinstance(value, nonmember) and key not in self._ignore:
            value = value.value
        elif not (key in self._ignore or _is_descriptor(value) or
                  self._cls_name is not None and _is_inner_class(self._cls_name, value)):
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key, value)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                parts = [self._next(key, v) if isinstance(v, auto) else v for v in value]
                try:
                    value = type(value)(parts)
                except TypeError:
                    value = type(value)(*parts)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _next(self, key, value):
        if value.value is _missing:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(value.value)
        return value.value


class _Member:
    """A member in the namespace until the class is there to make it."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        new = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(new, '_value_'):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as exc:
                    raise TypeError('_value_ not set in __new__, unable to create it') from exc
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        found = None
        if Flag is None or not issubclass(cls, Flag) or value in cls._value2member_map_:
            found = _by_value(cls, value)
        if found is None:
            if Flag is None or not issubclass(cls, Flag) or isinstance(value, int) and _is_single_bit(value):
                cls._member_names_.append(name)
        else:
            new = found
        cls._add_member_(name, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)


def _by_value(cls, value):
    """The member with the value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    return None


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _bits(num):
    while num:
        low = num & -num
        yield low
        num ^= low


def bin(num, max_bits=None):
    """Binary digits with the sign bit set apart: 0b0 101."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        sign, digits = '0b0', format(num + ceiling, 'b')[1:]
    else:
        sign, digits = '0b1', format(~num ^ (2 * ceiling - 1), 'b')[1:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return '%s %s' % (sign, digits)


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for name in classdict['_ignore_']:
            classdict.pop(name, None)
        invalid = {name for name in classdict._member_names if name in ('mro', '')}
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % ','.join(repr(n) for n in invalid))
        order = classdict.pop('_order_', None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        namespace = dict(classdict)
        for name in classdict._member_names:
            if name in namespace:
                namespace[name] = _Member(namespace[name])
        namespace.update(_new_member_=new, _use_args_=use_args, _member_names_=[], _member_map_={},
                         _value2member_map_={}, _unhashable_values_=[], _member_type_=member_type,
                         _boundary_=boundary or getattr(first_enum, '_boundary_', None), _flag_mask_=0,
                         _singles_mask_=0, _all_bits_=0, _inverted_=None)
        if '_value_repr_' not in namespace:
            namespace['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        fresh = None
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as e:
            # The same error anew, without the note about __set_name__.
            fresh = type(e)(str(e))
            fresh.__cause__, fresh.__context__ = e.__cause__, e.__context__
            traceback = e.__traceback__
        if fresh is not None:
            raise fresh.with_traceback(traceback)
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in classdict:
                type.__setattr__(made, '__format__', member_type.__format__)
            if '__str__' not in classdict:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                type.__setattr__(made, '__str__', method)
        if first_enum is not None:
            for name in ('__repr__', '__str__', '__format__'):
                if name not in classdict and (name == '__repr__' or ReprEnum is None or ReprEnum not in bases):
                    found = getattr(made, name)
                    if found is getattr(member_type, name) or found is getattr(object, name):
                        type.__setattr__(made, name, getattr(first_enum, name))
        if Flag is not None and issubclass(made, Flag):
            metacls._finish_flag(made, classdict)
        if save_new:
            made.__new_member__ = new
        if Enum is not None:
            type.__setattr__(made, '__new__', Enum.__new__)
        if order is not None:
            names = order.replace(',', ' ').split() if isinstance(order, str) else order
            if [n for n in names if n in made._member_names_] != made._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (made._member_names_, list(names)))
        return made

    @staticmethod
    def _finish_flag(cls, classdict):
        for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
            if name not in classdict:
                type.__setattr__(cls, name, getattr(Flag, name))
        single = multi = 0
        for found in cls._member_map_.values():
            value = found._value_
            if isinstance(value, int) and value >= 0:
                if _is_single_bit(value):
                    single |= value
                else:
                    multi |= value
        cls._flag_mask_ = single | multi
        cls._singles_mask_ = single
        cls._all_bits_ = 2 ** (single | multi).bit_length() - 1
        ordered = [m._value_ for m in cls]
        if ordered != sorted(ordered):
            type.__setattr__(cls, '_iter_member_', classmethod(cls._iter_member_by_def_.__func__))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _missing:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _missing and type is None:
            raise TypeError('%r has no members; specify `names=()` if you meant to create a new, empty, enum' % cls)
        return cls._create_(value, () if names is _missing else names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        found = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                 '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            found.add('__new__')
        if cls._member_type_ is not object:
            found.update(dir(cls._member_type_))
        return sorted(found)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return '<%s %r>' % (kind, cls.__name__)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last_values = []
            pairs = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        if names is None:
            names = ()
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        dict.__setitem__(classdict, '__module__', _caller_module() if module is None else module)
        if qualname is not None:
            dict.__setitem__(classdict, '__qualname__', qualname)
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError('<enum %r> cannot extend %r' % (class_name, base))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    if '__dataclass_fields__' in base.__dict__ and base.__dataclass_params__.repr:
                        return _dataclass_repr
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, set(found)))
        return found[0] if found else None

    @classmethod
    def _find_new_(metacls, classdict, member_type, first_enum):
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if new is None:
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target is None or target is object.__new__ or Enum is not None and target is Enum.__new__:
                        continue
                    new = target
                    break
                if new is not None:
                    break
            else:
                new = object.__new__
        elif isinstance(new, staticmethod):
            new = new.__func__
        use_args = first_enum is not None and new is not object.__new__
        return new, save_new, use_args

    def _add_member_(cls, name, new):
        if name in cls._member_map_ and cls._member_map_[name] is not new:
            raise NameError('%r is already bound: %r' % (name, cls._member_map_[name]))
        cls._member_map_[name] = new
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if isinstance(attr, property):
                return
            if attr is not None:
                break
        type.__setattr__(cls, name, new)


EnumMeta = EnumType


def _dataclass_repr(self):
    return ', '.join('%s=%r' % (k, getattr(self, k)) for k, f in type(self).__dataclass_fields__.items() if f.repr)


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _by_value(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError('%r has no members defined' % cls)
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error = e
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if result is None and error is None:
            raise invalid
        if error is None:
            error = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (
                cls.__name__, result))
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return '(*values)'
        return '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError('unable to increment %r' % (last,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        found = _by_value(cls, value)
        if found is not None:
            if found is not self:
                raise ValueError('%r is already bound: %r' % (value, found))
            return
        try:
            cls._value2member_map_.setdefault(value, self)
        except TypeError:
            cls._unhashable_values_.append(value)

    def __repr__(self):
        v_repr = self.__class__._value_repr_ or repr
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, v_repr(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        found = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self.__class__._member_type_ is not object:
            found.update(object.__dir__(self))
        for namespace in (self.__dict__, *(cls.__dict__ for cls in self.__class__.mro())):
            found.update(n for n in namespace if n[0] != '_' and n not in self._member_map_)
        return sorted(found)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only the repr is an enumeration's: str and format are the data type's."""


class IntEnum(int, ReprEnum):
    """Members are also ints."""


class StrEnum(str, ReprEnum):
    """Members are also strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        for i, what in ((1, 'encoding'), (2, 'errors')):
            if len(values) > i and not isinstance(values[i], str):
                raise TypeError('%s must be a string, not %r' % (what, values[i]))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (
                    cls, value, bin(value, width), bin(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~mask
        aliases = value & ~singles
        member_value = value & singles
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        new = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(new, '_value_'):
            new._value_ = value
        new._name_ = None
        if member_value or aliases:
            members = list(cls._iter_member_(member_value))
            combined = 0
            for m in members:
                combined |= m._value_
            if aliases:
                value = member_value | aliases
                for m in cls._member_map_.values():
                    if m not in members and m._value_ and m._value_ & value == m._value_:
                        members.append(m)
                        combined |= m._value_
            unknown = value ^ combined
            if combined:
                new._name_ = '|'.join([m._name_ for m in members])
                if unknown and cls._boundary_ is STRICT:
                    raise ValueError('%r: no members with value %r' % (cls, unknown))
                if unknown:
                    new._name_ += '|%s' % cls._numeric_repr_(unknown)
        new = cls._value2member_map_.setdefault(value, new)
        if negative is not None:
            cls._value2member_map_[negative] = new
        return new

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        v_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return '<%s: %s>' % (self.__class__.__name__, v_repr(self._value_))
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, v_repr(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return value
        return self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are also ints."""


def unique(enumeration):
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join('%s -> %s' % pair for pair in duplicates)))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that checks an enumeration for the given properties."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                found = [(alias, m.name) for alias, m in enumeration.__members__.items() if alias != m.name]
                if found:
                    raise ValueError('aliases found in %r: %s' % (
                        enumeration, ', '.join('%s -> %s' % pair for pair in found)))
            elif check is CONTINUOUS:
                values = sorted(m.value for m in enumeration)
                if len(values) < 2:
                    continue
                flags = issubclass(enumeration, Flag)
                wanted = list(_bits(2 ** values[-1].bit_length() - values[0])) if flags else range(values[0], values[-1])
                missing = [v for v in wanted if v not in values]
                if missing:
                    raise ValueError(('invalid %s %r: missing values %s' % (
                        'flag' if flags else 'enum', name, ', '.join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                members = [m.value for m in enumeration]
                names, rest = [], 0
                for alias, m in enumeration.__members__.items():
                    missing = [v for v in _bits(m.value) if v not in members] if m.value > 0 else []
                    if missing:
                        names.append(alias)
                        rest |= sum(missing)
                if names:
                    raise ValueError('invalid Flag %r: %s missing %s %s [use enum.show_flag_values(value) for details]' % (
                        name, f'alias {names[0]} is' if len(names) == 1 else
                        f"aliases {', '.join(names[:-1])} and {names[-1]} are",
                        'value' if _is_single_bit(rest) else 'combined values of', hex(rest)))
        return enumeration


def global_enum_repr(self):
    """The repr of a member that is a global of its module: the module and the name."""
    module = self.__class__.__module__.split('.')[-1]
    name = self._name_
    return f'{module}.{name}' if name is not None else f'{module}.{self.__class__.__name__}({self._value_!r})'


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    cls = self.__class__.__name__
    if self._name_ is None:
        return f'{module}.{cls}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ is FlagBoundary.KEEP:
        return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in self.name.split('|'))
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|'))


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """Makes the members globals of their module, and shows them as such."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    module = sys.modules[cls.__module__]
    for name, member in cls.__members__.items():
        setattr(module, name, member)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def show_flag_values(value):
    return list(_bits(value))
