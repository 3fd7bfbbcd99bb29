using StudyGroup.Readings.Import.Formats;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Parts the blocks of a file into its articles, and reads each of them.</summary>
internal sealed class DocumentReader(SourceDocument document, Findings findings, string fileName)
{
    public (IssueDraft? Issue, IReadOnlyList<ReadingDraft> Readings) Read(List<Piece> pieces, Metadata known, CancellationToken cancellationToken)
    {
        var starts = StartsIn(pieces);
        var front = starts.Count == 0 ? [] : pieces[..starts[0]];
        var isIssue = front.Count > 0 && IssueFront.Is(front) && findings.Allows(RepairRules.Issue, Sureness.ForReview, front[0].FirstLine, front[0].Text, "");
        if ((front.Count > 0 && !isIssue) || starts.Count == 0)
            starts.Insert(0, 0);

        var reader = new ArticleReader(Vocabulary.Of(pieces), findings, document.Format);
        var readings = new List<ReadingDraft>();
        for (var index = 0; index < starts.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = index + 1 < starts.Count ? starts[index + 1] : pieces.Count;
            readings.Add(reader.Read(pieces[starts[index]..end], starts.Count == 1 ? known : Metadata.None, Readable(fileName)));
        }

        var issue = isIssue ? Issue(front, pieces[starts[0]].FirstLine - 1, readings) : null;
        var lines = starts.Skip(1).Select(start => pieces[start].FirstLine - 1).Append(document.Source.LineCount);
        return (issue, Dealt(readings, lines, issue));
    }

    private List<int> StartsIn(List<Piece> pieces) => document.IsBook ? []
        : [.. ArticleStarts.Find(pieces).Where(start => findings.Allows(RepairRules.Articles, Sureness.ForReview, pieces[start].FirstLine, pieces[start].Text, "# " + pieces[start].Text.Replace('\n', ' ')))];

    private IssueDraft Issue(List<Piece> front, int lastLine, List<ReadingDraft> readings)
    {
        foreach (var piece in front)
            findings.SetAside(piece, "Front of the issue");
        return Masthead.Read(document.Source, front, lastLine, [.. readings.Select(reading => reading.Title)]);
    }

    private List<ReadingDraft> Dealt(List<ReadingDraft> readings, IEnumerable<int> lastLines, IssueDraft? issue)
    {
        var share = findings.Share();
        return [.. readings.Zip(lastLines, (reading, lastLine) => reading with
        {
            Publication = issue is null ? reading.Publication : issue.Number is null ? issue.Title : $"{issue.Title} No. {issue.Number}",
            Repairs = share.RepairsUpTo(lastLine),
            SetAside = share.SetAsideUpTo(lastLine),
        })];
    }

    private static string Readable(string fileName)
    {
        var words = fileName.Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? fileName : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
