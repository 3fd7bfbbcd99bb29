namespace StudyGroup.Readings.Import.Formats.Images;

/// <summary>A picture within its own address: <c>data:image/png;base64,…</c></summary>
internal static class DataAddress
{
    public static byte[]? Read(string address, int mostBytes)
    {
        var comma = address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? address.IndexOf(',', StringComparison.Ordinal) : -1;
        if (comma < 0 || comma > 200 || address.Length - comma > mostBytes * 4L / 3 + 100 || !address.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Convert.FromBase64String(address[(comma + 1)..]);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
