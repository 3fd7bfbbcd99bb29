using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>What a book prints between its title and its text: who wrote and translated it, where it was printed, whose rights it is under.</summary>
/// <param name="Known">What the lines say.</param>
/// <param name="Lines">The lines, which live on as metadata.</param>
/// <param name="Rest">The text behind them.</param>
internal sealed record TitlePage(Metadata Known, List<Piece> Lines, List<Piece> Rest)
{
    private const int MostBlocks = 16;
    private const int MostWords = 25;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private static readonly Regex Translated = new(@"^(newly |freely )?(translated|translation|englished|übersetzt|aus dem \p{L}+( übersetzt)?|traduit|traducido|tradotto)\b.*?\b(by|von|par|por|da)[ :]+(?<who>\p{Lu}.{2,80})$", Options);
    private static readonly Regex Edition = new(@"^(the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|new|revised|enlarged|popular|[0-9]+(st|nd|rd|th)|[0-9]+\.|erste|zweite|dritte|neue)\b.{0,50}\b(edition|impression|printing|auflage|ausgabe|édition)\b", Options);
    private static readonly Regex Helpers = new(@"^(author|writer) of\b|^(with|containing) .{0,60}\b(illustrations?|introduction|preface|foreword|notes|maps?|plates|portraits?|drawings)\b|^(illustrated|edited|introduced) by\b|^(verfasser|autor|autorin) (von|des)\b", Options);
    private static readonly Regex Rights = new(@"^(copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés|entered according to act|isbn\b|printed in\b|no part of this (book|publication))", Options);

    // A house, a place or a printer with the year; an imprint names at least two of them.
    private static readonly Regex Printer = new(@"\b(printed (for|by)|published (for|by)|publishers?|printers?|press|verlag|druck|éditeurs?|éditions|imprimerie|librairie|editorial|editore|(&|and) (co|company|sons|brothers)|bookseller)\b", Options);
    private static readonly Regex PlaceAndYear = new(@"^\p{Lu}[\p{L} .:,;&'’\n-]{2,120}[ ,\n(]+(1[4-9]|20)[0-9]{2}\)?\.?$", Options);
    private static readonly Regex Year = new(@"^(1[4-9]|20)[0-9]{2}$|^m[dclxvi.]{4,}$", Options);

    public static TitlePage Read(List<Piece> body)
    {
        var lines = new List<Piece>();
        var known = Metadata.None;
        var index = 0;
        for (; index < Math.Min(body.Count, MostBlocks); index++)
        {
            var text = Marks.WithoutEmphasis(body[index].Text).ToString();
            if (!body[index].IsOpen && body[index].Kind != BlockKind.Verse && body[index].Kind != BlockKind.Rule)
                break;
            if (IsBy(text) && index + 1 < body.Count && NameLine.IsName(body[index + 1].Text))
            {
                known = known with { Authors = known.Authors.Count > 0 ? known.Authors : [NameLine.Calm(body[index + 1].Text)] };
                lines.AddRange([body[index], body[++index]]);
            }
            else if (WordCount.AtMost(MostWords, text) && Read(text, known) is { } more)
            {
                known = more;
                lines.Add(body[index]);
            }
            else if (body[index].Kind != BlockKind.Rule)
            {
                break;
            }
        }

        return lines.Count == 0 ? new TitlePage(Metadata.None, [], body) : new TitlePage(known, lines, body[index..]);
    }

    /// <summary>What is known with this line, or null when it belongs to no title page.</summary>
    private static Metadata? Read(string text, Metadata known)
    {
        if (Translated.Match(text) is { Success: true } translated)
            return known with { Translator = NameLine.Calm(translated.Groups["who"].Value.TrimEnd('.')) };
        if (Rights.IsMatch(text))
            return known with { Rights = known.Rights ?? text.Replace('\n', ' ') };
        if (Edition.IsMatch(text) || Helpers.IsMatch(text))
            return known;
        if (Year.IsMatch(text))
            return known with { Date = known.Date ?? (char.IsAsciiDigit(text[0]) ? text : null) };
        if (!PlaceAndYear.IsMatch(text) && !(Printer.IsMatch(text) && !SentenceEnd.IsReached(text)))
            return null;
        var date = EndingDate.Of(text);
        return known with { Date = known.Date ?? date?.Iso };
    }

    private static bool IsBy(string text) => text.Trim(':', '.').ToUpperInvariant() is "BY" or "VON" or "PAR" or "POR" or "DA";
}
