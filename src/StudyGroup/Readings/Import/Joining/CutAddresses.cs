namespace StudyGroup.Readings.Import.Joining;

/// <summary>A web address cut at a hyphen: the rest stands as a link of its own, to an address that the exporter made up.</summary>
internal static class CutAddresses
{
    public static bool AreHalves(string first, string second) =>
        first.EndsWith("->", StringComparison.Ordinal) && Start(first) >= 0 && Rest(second) is not null;

    public static (string First, string Second) Join(string first, string second)
    {
        var (visible, end) = Rest(second) ?? ("", 0);
        return (first[..^1] + visible + ">", second[end..]);
    }

    private static int Start(string first)
    {
        var start = first.LastIndexOf('<');
        return start >= 0 && first.AsSpan(start + 1).StartsWith("http") && !first.AsSpan(start).Contains(' ') ? start : -1;
    }

    // The visible words of the link that the second half begins with, and where the link ends.
    private static (string Visible, int End)? Rest(string second)
    {
        var close = second.StartsWith('[') ? second.IndexOf("](", StringComparison.Ordinal) : -1;
        var end = close < 0 ? -1 : second.IndexOf(')', close);
        return close < 2 || end < 0 || second.AsSpan(1, close - 1).ContainsAny(" <>") ? null : (second[1..close], end + 1);
    }
}
