using System.Net;
using System.Text.RegularExpressions;

namespace StudyGroup.Load.Server;

/// <summary>A reading in its group, as its page says it.</summary>
/// <param name="Path">Of the page.</param>
/// <param name="GroupId">On the page's main element.</param>
/// <param name="ReadingId">As above.</param>
/// <param name="EditionId">As above.</param>
/// <param name="Blocks">Keys of the blocks of text.</param>
/// <param name="TextLength">Characters that a reader sees.</param>
internal sealed partial record ReadingPlace(string Path, Guid GroupId, Guid ReadingId, Guid EditionId, IReadOnlyList<string> Blocks, int TextLength)
{
    public string Topic => $"reading/{GroupId:D}/{ReadingId:D}";

    public static async Task<ReadingPlace> ReadAsync(SignedInMember member, string path, CancellationToken cancellationToken)
    {
        var page = await member.GetTextAsync(path, cancellationToken);
        var main = MainElement().Match(page);
        if (!main.Success)
            throw new LoadException($"{path} has no main element.");

        return new ReadingPlace(
            path,
            Id(main.Value, "group"),
            Id(main.Value, "reading"),
            Id(main.Value, "edition"),
            [.. BlockTags().Matches(page).Select(tag => KeyIn().Match(tag.Value)).Where(key => key.Success).Select(key => key.Groups[1].Value)],
            WebUtility.HtmlDecode(Tags().Replace(page[main.Index..], "")).Length);
    }

    /// <summary>Paths of the readings on a group's page.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(SignedInMember member, string groupSlug, CancellationToken cancellationToken)
    {
        var page = await member.GetTextAsync($"/groups/{groupSlug}", cancellationToken);
        var opening = $"/groups/{groupSlug}/readings/";
        return [.. Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value).Split('#', '?')[0]).Where(path => path.StartsWith(opening, StringComparison.Ordinal)).Distinct()];
    }

    private static Guid Id(string main, string name)
    {
        var opening = $"data-{name}=\"";
        var start = main.IndexOf(opening, StringComparison.Ordinal);
        return start >= 0 && Guid.TryParse(main.AsSpan(start + opening.Length, 36), out var id) ? id : throw new LoadException($"The page's main element has no data-{name}.");
    }

    [GeneratedRegex("<main[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex MainElement();

    [GeneratedRegex(@"<[a-z][a-z0-9-]*[^>]* data-block[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex BlockTags();

    [GeneratedRegex(@" id=""([a-z][a-z0-9-]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex KeyIn();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@" href=""([^""]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
