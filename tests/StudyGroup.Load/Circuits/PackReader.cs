using System.Buffers.Binary;
using System.Text;

namespace StudyGroup.Load.Circuits;

/// <summary>The part of MessagePack that a Blazor server writes.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public int ReadArray() => Next() switch
    {
        >= 0x90 and <= 0x9f and var small => small & 0x0f,
        0xdc => (int)Unsigned(2),
        0xdd => (int)Unsigned(4),
        var other => throw Unexpected("an array", other),
    };

    public long ReadInteger() => Next() switch
    {
        <= 0x7f and var small => small,
        >= 0xe0 and var negative => (sbyte)negative,
        0xcc => (long)Unsigned(1),
        0xcd => (long)Unsigned(2),
        0xce => (long)Unsigned(4),
        0xcf => (long)Unsigned(8),
        0xd0 => (sbyte)Unsigned(1),
        0xd1 => (short)Unsigned(2),
        0xd2 => (int)Unsigned(4),
        0xd3 => (long)Unsigned(8),
        var other => throw Unexpected("a whole number", other),
    };

    /// <summary>Null for nil.</summary>
    public string? ReadText()
    {
        var first = Next();
        return first == 0xc0 ? null : Encoding.UTF8.GetString(Take(TextLength(first)));
    }

    public ReadOnlySpan<byte> ReadBytes() => Next() switch
    {
        0xc4 => Take((int)Unsigned(1)),
        0xc5 => Take((int)Unsigned(2)),
        0xc6 => Take((int)Unsigned(4)),
        var other => throw Unexpected("bytes", other),
    };

    public void Skip()
    {
        var first = Next();
        switch (first)
        {
            case <= 0x7f or >= 0xe0 or 0xc0 or 0xc2 or 0xc3:
                break;
            case <= 0x8f:
                SkipAll((first & 0x0f) * 2);
                break;
            case <= 0x9f:
                SkipAll(first & 0x0f);
                break;
            case 0xc4 or 0xc5 or 0xc6:
                Take((int)Unsigned(1 << (first - 0xc4)));
                break;
            case 0xca:
                Take(4);
                break;
            case 0xcb:
                Take(8);
                break;
            case >= 0xcc and <= 0xcf:
                Take(1 << (first - 0xcc));
                break;
            case >= 0xd0 and <= 0xd3:
                Take(1 << (first - 0xd0));
                break;
            case 0xdc or 0xdd:
                SkipAll((int)Unsigned(first == 0xdc ? 2 : 4));
                break;
            case 0xde or 0xdf:
                SkipAll((int)Unsigned(first == 0xde ? 2 : 4) * 2);
                break;
            default:
                Take(TextLength(first));
                break;
        }
    }

    private static InvalidDataException Unexpected(string wanted, byte found) => new($"The circuit sent 0x{found:x2} where {wanted} belongs.");

    private int TextLength(byte first) => first switch
    {
        >= 0xa0 and <= 0xbf => first & 0x1f,
        0xd9 => (int)Unsigned(1),
        0xda => (int)Unsigned(2),
        0xdb => (int)Unsigned(4),
        _ => throw Unexpected("a text", first),
    };

    private void SkipAll(int count)
    {
        for (var i = 0; i < count; i++)
            Skip();
    }

    private ulong Unsigned(int size) => size switch
    {
        1 => Next(),
        2 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        4 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        _ => BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
    };

    private byte Next() => bytes[at++];

    private ReadOnlySpan<byte> Take(int length)
    {
        at += length;
        return bytes.Slice(at - length, length);
    }
}
