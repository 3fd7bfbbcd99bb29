namespace StudyGroup.Readings.Citing;

/// <summary>One line for people: authors, title, publication, date, paragraph, address.</summary>
public static class PlainCitation
{
    public static string Of(CitedWork work)
    {
        string?[] parts =
        [
            work.Authors.Count == 0 ? null : string.Join(", ", work.Authors),
            $"“{work.FullTitle}”",
            work.Translator is { } translator ? $"translated by {translator}" : null,
            work.Publication is { } publication && work.IssueNumber is { } issue ? $"{publication} {issue}" : work.Publication ?? work.IssueNumber,
            work.Date,
            work.Paragraph is { } paragraph ? $"¶ {paragraph}" : null,
            work.Link,
        ];
        return string.Join(", ", parts.Where(part => part is not null)) + ".";
    }
}
