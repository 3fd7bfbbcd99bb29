namespace StudyGroup.Readings.Import.Editing;

/// <summary>A document after an editor's steps.</summary>
/// <param name="Document">Every reading of it, those left out too.</param>
/// <param name="LeftOut">The readings that are not to be published, by their place.</param>
/// <param name="Skipped">The steps that no longer fit the text, by their place among all.</param>
public sealed record EditedDocument(ImportedDocument Document, IReadOnlySet<int> LeftOut, IReadOnlyList<int> Skipped)
{
    /// <summary>Whether the chapters of the book are readings of their own.</summary>
    public bool IsByChapters { get; init; }

    /// <summary>What is to be published.</summary>
    public ImportedDocument Published => Document with { Readings = [.. Document.Readings.Where((_, place) => !LeftOut.Contains(place))] };

    /// <summary>How the steps want the file to be read.</summary>
    public static ImportChoices ChoicesOf(IEnumerable<ImportEdit> edits)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var byChapters = false;
        foreach (var edit in edits)
        {
            if (edit is { Kind: ImportEditKind.UndoRepair, Repair: { } taken })
                undone.Add(taken);
            else if (edit is { Kind: ImportEditKind.RedoRepair, Repair: { } made })
                undone.Remove(made);
            else if (edit.Kind is ImportEditKind.ByChapters or ImportEditKind.AsOneReading)
                byChapters = edit.Kind == ImportEditKind.ByChapters;
        }

        return new ImportChoices { Undone = undone, ChapterByChapter = byChapters };
    }

    /// <summary>Applies the steps, in order, to what the importer made with the choices of <see cref="ChoicesOf"/>.</summary>
    public static EditedDocument Of(ImportedDocument document, IReadOnlyList<ImportEdit> edits)
    {
        var texts = document.Readings.Select(draft => new EditedReading(draft)).ToList();
        var skipped = new List<int>();
        var parted = edits.Index().LastOrDefault(edit => edit.Item.Kind is ImportEditKind.ByChapters or ImportEditKind.AsOneReading).Index;
        for (var place = 0; place < edits.Count; place++)
        {
            if (!IsForFile(edits[place]) && (place < parted || !Apply(texts, edits[place])))
                skipped.Add(place);
        }

        return new EditedDocument(
            document with { Readings = [.. texts.Select(text => text.ToDraft())] },
            texts.Index().Where(text => text.Item.IsLeftOut).Select(text => text.Index).ToHashSet(),
            skipped)
        { IsByChapters = ChoicesOf(edits).ChapterByChapter };
    }

    private static bool IsForFile(ImportEdit edit) => edit.Kind is ImportEditKind.UndoRepair or ImportEditKind.RedoRepair or ImportEditKind.ByChapters or ImportEditKind.AsOneReading;

    private static bool Apply(List<EditedReading> texts, ImportEdit edit)
    {
        if (edit.Reading < 0 || edit.Reading >= texts.Count)
            return false;

        var text = texts[edit.Reading];
        switch (edit.Kind)
        {
            case ImportEditKind.SetFields when edit.Fields is { } fields:
                text.Fields = fields;
                return true;
            case ImportEditKind.LeaveOut or ImportEditKind.TakeIn:
                text.IsLeftOut = edit.Kind == ImportEditKind.LeaveOut;
                return true;
            case ImportEditKind.JoinReading when edit.Reading > 0 && texts[edit.Reading - 1].TryAppend(text):
                texts.RemoveAt(edit.Reading);
                return true;
            case ImportEditKind.StartReading when text.TryCutAt(edit.Block, edit.Beginning) is { } rest:
                texts.Insert(edit.Reading + 1, rest);
                return true;
            default:
                return text.TryEdit(edit);
        }
    }
}
