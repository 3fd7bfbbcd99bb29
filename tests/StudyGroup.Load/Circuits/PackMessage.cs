using System.Buffers.Binary;
using System.Text;

namespace StudyGroup.Load.Circuits;

/// <summary>Invocations of a hub in MessagePack, each with its length in front.</summary>
internal static class PackMessage
{
    public const int Invocation = 1;
    public const int Completion = 3;

    public static readonly ReadOnlyMemory<byte> Ping = new byte[] { 2, 0x91, 6 };

    /// <param name="id">Null when no answer is wanted.</param>
    /// <param name="method">Of the hub.</param>
    /// <param name="arguments">Texts, whole numbers, truths and nulls.</param>
    public static ReadOnlyMemory<byte> Invoke(string? id, string method, params object?[] arguments)
    {
        using var body = new MemoryStream();
        // Six parts: type, no headers, id, method, arguments, no streams.
        body.Write([0x96, Invocation, 0x80]);
        WriteText(body, id);
        WriteText(body, method);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(body, argument);
        body.WriteByte(0x90);
        return Framed(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Finds the next whole message at the front; false while it is not there.</summary>
    public static bool TryFrame(ReadOnlySpan<byte> received, out int start, out int length)
    {
        length = 0;
        for (start = 0; start < Math.Min(5, received.Length);)
        {
            var part = received[start];
            length |= (part & 0x7f) << (7 * start);
            start++;
            if (part < 0x80)
                return received.Length - start >= length;
        }

        return false;
    }

    private static byte[] Framed(ReadOnlySpan<byte> body)
    {
        Span<byte> prefix = stackalloc byte[5];
        var used = 0;
        for (var rest = body.Length; ; rest >>= 7)
        {
            prefix[used++] = (byte)(rest > 0x7f ? rest | 0x80 : rest);
            if (rest <= 0x7f)
                return [.. prefix[..used], .. body];
        }
    }

    private static void Write(MemoryStream body, object? value)
    {
        switch (value)
        {
            case bool truth:
                body.WriteByte((byte)(truth ? 0xc3 : 0xc2));
                break;
            case long number:
                Span<byte> whole = stackalloc byte[1 + sizeof(long)];
                whole[0] = 0xd3;
                BinaryPrimitives.WriteInt64BigEndian(whole[1..], number);
                body.Write(whole);
                break;
            default:
                WriteText(body, (string?)value);
                break;
        }
    }

    private static void WriteText(MemoryStream body, string? text)
    {
        if (text is null)
        {
            body.WriteByte(0xc0);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[1 + sizeof(int)];
        length[0] = 0xdb;
        BinaryPrimitives.WriteInt32BigEndian(length[1..], bytes.Length);
        body.Write(length);
        body.Write(bytes);
    }
}
