using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AlphaKit.Parquet;

/// <summary>Writes Apache Thrift's compact protocol into a growing buffer.</summary>
internal sealed class ThriftCompactWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Stack<int> _outer = new();
    private int _last;

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void BeginStruct(int id)
    {
        Header(id, ThriftType.Struct);
        BeginElement();
    }

    /// <summary>Begins a struct that is an element of a list, or the outermost one.</summary>
    public void BeginElement()
    {
        _outer.Push(_last);
        _last = 0;
    }

    public void EndStruct()
    {
        Byte(0);
        _last = _outer.Pop();
    }

    public void Int32(int id, int value)
    {
        Header(id, ThriftType.Int32);
        Var(VarInt.ZigZag(value));
    }

    public void Int64(int id, long value)
    {
        Header(id, ThriftType.Int64);
        Var(VarInt.ZigZag(value));
    }

    public void Int8(int id, sbyte value)
    {
        Header(id, ThriftType.Byte);
        Byte((byte)value);
    }

    public void Boolean(int id, bool value) => Header(id, value ? ThriftType.True : ThriftType.False);

    public void Bytes(int id, ReadOnlySpan<byte> value)
    {
        Header(id, ThriftType.Binary);
        Var((ulong)value.Length);
        _buffer.Write(value);
    }

    public void String(int id, string value) => Bytes(id, Encoding.UTF8.GetBytes(value));

    public void BeginList(int id, ThriftType element, int count)
    {
        Header(id, ThriftType.List);
        if (count < 15)
        {
            Byte((byte)((count << 4) | (int)element));
        }
        else
        {
            Byte((byte)(0xF0 | (int)element));
            Var((ulong)count);
        }
    }

    public void ListInt32(int value) => Var(VarInt.ZigZag(value));

    public void ListString(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Var((ulong)bytes.Length);
        _buffer.Write(bytes);
    }

    private void Header(int id, ThriftType type)
    {
        int delta = id - _last;
        if (delta is > 0 and <= 15)
        {
            Byte((byte)((delta << 4) | (int)type));
        }
        else
        {
            Byte((byte)type);
            Var(VarInt.ZigZag(id));
        }

        _last = id;
    }

    private void Var(ulong value) => _buffer.Advance(VarInt.Write(_buffer.GetSpan(10), value));

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
