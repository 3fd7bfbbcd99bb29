using System.Text.Json;

namespace StudyGroup.Load.Circuits;

/// <summary>A call of the server into the page's script.</summary>
/// <param name="Handle">To answer under; 0 when nobody waits.</param>
/// <param name="Wanted">What kind of result the caller expects.</param>
internal readonly record struct JsCall(long Handle, long Wanted)
{
    public const long Object = 1;
    public const long Stream = 2;

    /// <summary>The server sends either one JSON text, or handle, name, arguments, kind of result, target and kind of call one by one.</summary>
    public static JsCall Read(ref PackReader reader, int arguments)
    {
        if (arguments == 1)
        {
            using var json = JsonDocument.Parse(reader.ReadText() ?? "{}");
            var call = json.RootElement;
            return new JsCall(call.GetProperty("asyncHandle").GetInt64(), call.TryGetProperty("resultType", out var type) ? type.GetInt64() : 0);
        }

        var handle = reader.ReadInteger();
        reader.Skip();
        reader.Skip();
        return new JsCall(handle, reader.ReadInteger());
    }

    /// <summary>An object or a stream that nothing stands behind.</summary>
    public string ResultWith(long id) => Wanted == Stream ? $$"""{"__jsObjectId":{{id}},"__jsStreamReferenceLength":0}""" : $$"""{"__jsObjectId":{{id}}}""";
}
