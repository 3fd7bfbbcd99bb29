using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Joining;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Notes;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>The last lines that only say where to write to, what to visit, or where the text was printed first.</summary>
/// <param name="Body">The text without them.</param>
/// <param name="Taken">The lines.</param>
internal sealed record Tail(List<Piece> Body, List<Piece> Taken)
{
    private const int MostBlocks = 4;
    private const int MostWords = 14;

    private static readonly Regex Contact = new(@"\b(contact|visit|subscribe|follow us|e-?mail|website|web site|phone|tel)\b|^to (write|order|read more)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Printed = new(
        @"^[*_(\[“""]*((this|the) (article|text|essay|piece|story|statement|interview) )?((was|is|has been) )?((first|originally|previously) (published|appeared|printed|posted)|reprinted|republished|taken) (in|by|on|from) ((?-i)the )?[*_“""]*(?<who>\p{Lu}[^.;:,()\[\]*_“”""\n]{2,100})|^(©|\(c\)|copyright)[ ,0-9–-]*(by )?(?<who>\p{Lu}[^.;:,()*_“”""\n]{2,100})",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static Tail Cut(List<Piece> pieces)
    {
        var start = pieces.Count;
        while (start > 1 && pieces.Count - start < MostBlocks && IsContact(pieces[start - 1]))
            start--;

        // The last notes may be addresses too: behind notes, only words that call upon the reader begin a tail.
        if (Enumerable.Range(0, start).Any(index => NotesExtent.BeginsAt(pieces, index)))
            start += pieces[start..].TakeWhile(piece => !Contact.IsMatch(piece.Text) && !Printed.IsMatch(piece.Text)).Count();

        // The rest of a sentence that a break has cut is no line of its own.
        if (start > 0 && start < pieces.Count && (CutAddresses.AreHalves(pieces[start - 1].Text, pieces[start].Text) || (!SentenceEnd.IsReached(pieces[start - 1].Text) && SentenceEnd.GoesOnSmall(pieces[start].Text))))
            start++;

        // "Visit us!" without an address is the author's last word.
        return pieces[start..].Exists(piece => WebAddress.IsWithin(piece.Text) || Printed.IsMatch(piece.Text)) ? new Tail(pieces[..start], pieces[start..]) : new Tail(pieces, []);
    }

    /// <summary>The host of the first address.</summary>
    public string? Host => Taken.Select(piece => WebAddress.Host(piece.Text)).FirstOrDefault(found => found is not null);

    /// <summary>The name of the publication, where the lines print it: after "first published in", or beside an address that is made of its letters.</summary>
    public string? Publication => Taken.Select(PrintedIn).FirstOrDefault(name => name is not null)
        ?? (Host is { } host ? Taken.Select(piece => HostName.In(piece.Text, host)).FirstOrDefault(name => name is not null) : null);

    private static string? PrintedIn(Piece piece)
    {
        if (Printed.Match(piece.Text) is not { Success: true } match)
            return null;
        var name = match.Groups["who"].Value.Trim();
        var date = EndingDate.Of(name);
        name = (date is null ? name : name[..date.Start]).TrimEnd(' ', ',');
        foreach (var link in (ReadOnlySpan<string>)[" in", " on", " of", " at"])
            name = date is not null && name.EndsWith(link, StringComparison.Ordinal) ? name[..^link.Length] : name;
        return name.Length > 2 ? name : null;
    }

    private static bool IsContact(Piece piece) =>
        piece.IsOpen && piece.Text.Length < 400 && WordCount.AtMost(MostWords, piece.Text) && Enumerator.At(piece.Text) is null
        && !IsNote(piece.Text) && (Contact.IsMatch(piece.Text) || WebAddress.IsWithin(piece.Text) || Printed.IsMatch(piece.Text));

    private static bool IsNote(string text) =>
        (text.StartsWith('[') && !text.Contains("](", StringComparison.Ordinal)) || (text.Length > 0 && Marks.Superscripts.Contains(text[0]));
}
