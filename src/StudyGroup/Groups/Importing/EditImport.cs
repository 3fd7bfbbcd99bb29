using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Adds a step to an import, or takes the last one back when <paramref name="Edit"/> is null.</summary>
/// <param name="Version">What the editor saw; another one in between is told and nothing is changed.</param>
public sealed record EditImport(Guid DraftId, int Version, ImportEdit? Edit);

public sealed partial class EditImportHandler(WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, ImportDesk desk)
{
    private const int MostSteps = 5_000;

    /// <returns>The new version.</returns>
    public async Task<Result<int>> HandleAsync(EditImport request, CurrentMember editor, CancellationToken cancellationToken)
    {
        if (request.Edit?.Fields is { } fields && WrongIn(fields) is { } wrong)
            return wrong;

        // The file is read before the transaction, which others wait for; the version makes sure that nothing has changed in between.
        var steps = await StepsAfterAsync(request, editor, cancellationToken);
        if (!steps.Succeeded)
            return steps.Error;

        try
        {
            return await writes.RunAsync<int>(
                async (db, ct) =>
                {
                    var found = await db.FindImportAsync(request.DraftId, request.Version, editor, ct);
                    if (!found.Succeeded)
                        return found.Error;

                    found.Value.Edits = steps.Value;
                    return ++found.Value.Version;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ImportErrors.Changed;
        }
    }

    private async Task<Result<string>> StepsAfterAsync(EditImport request, CurrentMember editor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.FindImportAsync(request.DraftId, request.Version, editor, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var edits = StoredEdits.Read(found.Value.Edits).ToList();
        if (request.Edit is not { } edit)
            return StoredEdits.Write([.. edits.SkipLast(1)]);
        if (edits.Count >= MostSteps)
            return ImportErrors.TooManySteps;

        edits.Add(edit);
        var opened = await desk.OpenAsync(db, found.Value, edits, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        return opened.Value.Skipped.Contains(edits.Count - 1) ? ImportErrors.DoesNotFit : StoredEdits.Write(edits);
    }

    private static Error? WrongIn(ReadingFields fields)
    {
        if (string.IsNullOrWhiteSpace(fields.Title))
            return ImportErrors.NoTitle;
        if (!LanguageTag().IsMatch(fields.Language))
            return ImportErrors.NoLanguage;
        if (fields.Date is { } date && !IsDate(date))
            return ImportErrors.NoDate;

        string?[] texts = [fields.Title, fields.Subtitle, fields.Publication, fields.Translator, fields.Rights, fields.SourceAddress, string.Join(", ", fields.Authors)];
        return texts.Any(text => text?.Length > TextLimits.Title) ? Error.TooLong("Each field", TextLimits.Title)
            : texts.Any(text => text is not null && !text.IsStorable()) ? Error.Unreadable("A field")
            : null;
    }

    private static bool IsDate(string date) =>
        DateOnly.TryParseExact(date, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // RFC 5646, as much of it as texts need: a language, and perhaps script and region.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
