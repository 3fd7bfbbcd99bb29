namespace StudyGroup.Readings.Import.Editing;

/// <summary>A document after an editor's steps.</summary>
/// <param name="Document">Every reading of it, those left out too.</param>
/// <param name="LeftOut">The readings that are not to be published, by their place.</param>
/// <param name="Skipped">The steps that no longer fit the text, by their place among all.</param>
public sealed record EditedDocument(ImportedDocument Document, IReadOnlySet<int> LeftOut, IReadOnlyList<int> Skipped)
{
    /// <summary>What is to be published.</summary>
    public ImportedDocument Published => Document with { Readings = [.. Document.Readings.Where((_, place) => !LeftOut.Contains(place))] };

    /// <summary>The repairs that the steps leave undone, for <see cref="ImportChoices.Undone"/>.</summary>
    public static IReadOnlySet<string> UndoneBy(IEnumerable<ImportEdit> edits)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            if (edit is { Kind: ImportEditKind.UndoRepair, Repair: { } taken })
                undone.Add(taken);
            else if (edit is { Kind: ImportEditKind.RedoRepair, Repair: { } made })
                undone.Remove(made);
        }

        return undone;
    }

    /// <summary>Applies the steps, in order, to what the importer made with the choices of <see cref="UndoneBy"/>.</summary>
    public static EditedDocument Of(ImportedDocument document, IReadOnlyList<ImportEdit> edits)
    {
        var texts = document.Readings.Select(draft => new EditedReading(draft)).ToList();
        var skipped = new List<int>();
        for (var place = 0; place < edits.Count; place++)
        {
            if (!Apply(texts, edits[place]))
                skipped.Add(place);
        }

        return new EditedDocument(
            document with { Readings = [.. texts.Select(text => text.ToDraft())] },
            texts.Index().Where(text => text.Item.IsLeftOut).Select(text => text.Index).ToHashSet(),
            skipped);
    }

    private static bool Apply(List<EditedReading> texts, ImportEdit edit)
    {
        if (edit.Kind is ImportEditKind.UndoRepair or ImportEditKind.RedoRepair)
            return true;
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
