using System.Buffers.Binary;
using System.Text;

namespace AlphaKit.Parquet;

/// <summary>Reads Apache Thrift's compact protocol, the form of Parquet's metadata. Every length is checked against the data.</summary>
internal ref struct ThriftCompactReader
{
    private const int MaxDepth = 32;

    private readonly ReadOnlySpan<byte> _data;
    private int _position;
    private int _depth;

    public ThriftCompactReader(ReadOnlySpan<byte> data) => _data = data;

    /// <summary>Bytes consumed.</summary>
    public readonly int Position => _position;

    /// <summary>Reads a field header; false at the end of the struct.</summary>
    /// <param name="id">In: id of the field before; out: id of this field.</param>
    /// <param name="type">Its type.</param>
    public bool NextField(ref int id, out ThriftType type)
    {
        byte header = Byte();
        type = (ThriftType)(header & 15);
        if (type == ThriftType.Stop) return false;
        int delta = header >> 4;
        long next = delta != 0 ? (long)id + delta : VarInt.ReadZigZag(_data, ref _position);
        if (next is < short.MinValue or > short.MaxValue) throw Bad($"field id {next} does not fit 16 bits");
        id = (int)next;
        return true;
    }

    public int Int32(ThriftType type)
    {
        long value = Int64(type);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Bad($"the number {value} does not fit 32 bits");
    }

    public long Int64(ThriftType type) => type switch
    {
        ThriftType.Byte => (sbyte)Byte(),
        ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64 => VarInt.ReadZigZag(_data, ref _position),
        _ => throw Bad($"an integer was expected, {type} was found"),
    };

    public readonly bool Boolean(ThriftType type) => type switch
    {
        ThriftType.True => true,
        ThriftType.False => false,
        _ => throw Bad($"a boolean was expected, {type} was found"),
    };

    public ReadOnlySpan<byte> Bytes(ThriftType type)
    {
        if (type != ThriftType.Binary) throw Bad($"bytes were expected, {type} was found");
        ulong length = VarInt.Read(_data, ref _position);
        if (length > (ulong)(_data.Length - _position)) throw Bad($"{length} bytes are declared, {_data.Length - _position} are left");
        ReadOnlySpan<byte> bytes = _data.Slice(_position, (int)length);
        _position += (int)length;
        return bytes;
    }

    public string String(ThriftType type) => Encoding.UTF8.GetString(Bytes(type));

    /// <summary>Reads a list header; the count is checked to be possible for the bytes left.</summary>
    public int List(ThriftType type, out ThriftType element)
    {
        if (type is not (ThriftType.List or ThriftType.Set)) throw Bad($"a list was expected, {type} was found");
        byte header = Byte();
        element = (ThriftType)(header & 15);
        ulong count = (ulong)(header >> 4);
        if (count == 15) count = VarInt.Read(_data, ref _position);
        if (count > (ulong)(_data.Length - _position)) throw Bad($"a list of {count} elements cannot fit {_data.Length - _position} bytes");
        return (int)count;
    }

    public void EnterStruct(ThriftType type)
    {
        if (type != ThriftType.Struct) throw Bad($"a struct was expected, {type} was found");
        if (++_depth > MaxDepth) throw Bad($"structs are nested deeper than {MaxDepth}");
    }

    public void LeaveStruct() => _depth--;

    /// <summary>Passes over a value of any type.</summary>
    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Byte();
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                VarInt.Read(_data, ref _position);
                break;
            case ThriftType.Double:
                Need(8);
                _position += 8;
                break;
            case ThriftType.Binary:
                Bytes(type);
                break;
            case ThriftType.List or ThriftType.Set:
                int count = List(type, out ThriftType element);
                if (++_depth > MaxDepth) throw Bad($"values are nested deeper than {MaxDepth}");
                for (int i = 0; i < count; i++) SkipElement(element);

                _depth--;
                break;
            case ThriftType.Map:
                SkipMap();
                break;
            case ThriftType.Struct:
                EnterStruct(type);
                int id = 0;
                while (NextField(ref id, out ThriftType field)) Skip(field);
                LeaveStruct();
                break;
            default:
                throw Bad($"type {(int)type} is unknown");
        }
    }

    public double Double(ThriftType type)
    {
        if (type != ThriftType.Double) throw Bad($"a double was expected, {type} was found");
        Need(8);
        double value = BinaryPrimitives.ReadDoubleLittleEndian(_data[_position..]);
        _position += 8;
        return value;
    }

    private void SkipMap()
    {
        ulong count = VarInt.Read(_data, ref _position);
        if (count == 0) return;
        if (count > (ulong)(_data.Length - _position)) throw Bad($"a map of {count} entries cannot fit {_data.Length - _position} bytes");
        byte types = Byte();
        if (++_depth > MaxDepth) throw Bad($"values are nested deeper than {MaxDepth}");
        for (ulong i = 0; i < count; i++)
        {
            SkipElement((ThriftType)(types >> 4));
            SkipElement((ThriftType)(types & 15));
        }

        _depth--;
    }

    /// <summary>Inside a collection a boolean takes a byte of its own; every element thus takes at least one, which bounds the work.</summary>
    private void SkipElement(ThriftType type)
    {
        if (type is ThriftType.True or ThriftType.False) Byte();
        else Skip(type);
    }

    private byte Byte()
    {
        Need(1);
        return _data[_position++];
    }

    private readonly void Need(int bytes)
    {
        if (bytes > _data.Length - _position) throw Bad("the metadata is cut off");
    }

    private readonly InvalidDataException Bad(string what) => new($"Malformed Parquet metadata at byte {_position} of {_data.Length}: {what}.");
}
