using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Structure;

/// <summary>Headings without mark-up: a short line without a stop between a finished block and prose.</summary>
internal sealed class Headings(Speakers speakers, Findings findings)
{
    private const int MostWords = 20;
    private const int LongestHeading = 200;
    private const int ProseWords = 8;
    private const int MostInARow = 4;

    public List<Piece> Read(List<Piece> pieces)
    {
        // Where the file marks its headings, it marks all of them.
        if (pieces.Exists(piece => piece is { Kind: BlockKind.Heading, IsMarked: true }))
            return pieces;

        var read = new List<Piece>(pieces);
        var isInterview = IsInterview(pieces);
        for (var index = 0; index < read.Count; index++)
        {
            if (!LooksLikeHeading(read[index]) || (isInterview && IsQuestion(read[index])) || !IsComplete(read, index - 1)
                || !(StandsOverProse(read, index) || (index + 1 < read.Count && HeadingRanks.IsNamedSection(read[index].Text))))
                continue;
            var heading = read[index] with { Kind = BlockKind.Heading, Level = 2, Text = Marks.Unwrapped(read[index].Text) };
            if (findings.Allows(RepairRules.Heading, Sureness.ForReview, heading.FirstLine, read[index].Text, "## " + heading.Text))
                read[index] = heading;
        }

        return HeadingRanks.Read(read);
    }

    private bool LooksLikeHeading(Piece piece)
    {
        var text = piece.Text;
        if (!piece.IsOpen || speakers.Begin(text) || text.Length is 0 or > LongestHeading || text.Contains('\n') || !WordCount.AtMost(MostWords, text))
            return false;
        if (HeadingRanks.OfSection(text) > 0)
            return true;
        var start = text.AsSpan().TrimStart(" *_");
        return !start.IsEmpty && (char.IsUpper(start[0]) || char.IsDigit(start[0])) && !".,;:!…-–—".Contains(SentenceEnd.LastCharacter(text))
            && !WebAddress.IsWithin(text) && Enumerator.At(text) is null && EndingDate.Of(text) is not { IsFull: true } && Byline.Of(text) is not { IsSpelled: true };
    }

    // One heading may ask; where most of them do, somebody answers.
    private bool IsInterview(List<Piece> pieces)
    {
        var candidates = pieces.Where(LooksLikeHeading).ToList();
        var questions = candidates.Count(IsQuestion);
        return questions > 2 && questions * 2 > candidates.Count;
    }

    private static bool IsQuestion(Piece piece) => SentenceEnd.LastCharacter(piece.Text) == '?';

    private static bool IsComplete(List<Piece> pieces, int index) =>
        index < 0 || pieces[index].Kind is not (null or BlockKind.Thesis or BlockKind.ListItem) || SentenceEnd.IsReached(pieces[index].Text) || !WordCount.AtMost(MostWords, pieces[index].Text);

    private bool StandsOverProse(List<Piece> pieces, int index)
    {
        for (var next = index + 1; next < Math.Min(pieces.Count, index + 1 + MostInARow); next++)
        {
            var piece = pieces[next];
            if (piece.Kind is BlockKind.Thesis or BlockKind.ListItem or BlockKind.Verse or BlockKind.Table or BlockKind.Quote)
                return true;
            if (!piece.IsOpen)
                return false;
            if (!WordCount.AtMost(ProseWords, piece.Text) && SentenceEnd.IsReached(piece.Text))
                return true;
            if (!LooksLikeHeading(piece))
                return false;
        }

        return false;
    }
}
