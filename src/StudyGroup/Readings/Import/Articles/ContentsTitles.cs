using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Titles of articles that the front of an issue prints beside page numbers and that stand again over their texts.</summary>
internal static class ContentsTitles
{
    private const int MostFront = 60;
    private const int FewestLetters = 3;
    private const int FewestOfCutTitle = 8;
    private const int FewestEntries = 2;
    private const int BlocksOfTitle = 4;

    /// <summary>Whether the file begins with the number of an issue and a list of titles with pages.</summary>
    public static bool AreOfIssue(List<Piece> pieces) =>
        Contents(pieces) is not null && pieces.Take(MostFront).Any(piece => piece.Text.Split('\n', 200).Any(Masthead.HasNumber));

    public static IEnumerable<int> Find(List<Piece> pieces, List<int> known)
    {
        if (Contents(pieces) is not { } contents)
            yield break;
        for (var index = contents.End; index < pieces.Count; index++)
        {
            var letters = pieces[index].Text.Length < 300 && TitleLine.CouldBe(pieces[index]) ? Letters(pieces[index].Text) : "";
            if (letters.Length >= FewestLetters && contents.Entries.Exists(entry => Names(entry, letters)) && ArticleProse.IsAfter(pieces, index)
                && !known.Exists(start => index >= start && index - start < BlocksOfTitle))
                yield return index;
        }
    }

    /// <summary>The letters of each entry, and where the blocks behind the contents begin; null where there are none.</summary>
    private static (List<string> Entries, int End)? Contents(List<Piece> pieces)
    {
        var front = pieces.Take(MostFront).ToList();
        var last = front.FindLastIndex(piece => piece.Text.Split('\n', 200).Any(PrintedContents.EndsInPage));
        if (last < 0)
            return null;
        var lines = front[..(last + 1)].SelectMany(piece => piece.Text.Split('\n', 200).Append("")).ToList();
        var entries = PrintedContents.Entries(lines).Select(entry => Letters(string.Concat(entry.Lines))).Where(letters => letters.Length >= FewestLetters).ToList();
        return entries.Count < FewestEntries ? null : (entries, last + 1);
    }

    // The contents print more of a title than the article does, or the same.
    private static bool Names(string entry, string letters) =>
        entry.StartsWith(letters, StringComparison.OrdinalIgnoreCase) && (letters.Length >= FewestOfCutTitle || entry.Length == letters.Length);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
