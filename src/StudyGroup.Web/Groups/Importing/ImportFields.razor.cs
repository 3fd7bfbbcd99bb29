using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>The title matter of one reading of a file.</summary>
public sealed partial class ImportFields
{
    [Parameter, EditorRequired] public required ReadingDraft Draft { get; set; }

    [Parameter, EditorRequired] public required int Place { get; set; }

    [Parameter, EditorRequired] public required int Version { get; set; }

    [Parameter] public bool IsLeftOut { get; set; }

    [Parameter] public bool MayJoin { get; set; }

    /// <summary>Parts a book into its chapters, or makes one reading of them again; null for what is no book.</summary>
    [Parameter] public ImportEditKind? Chapters { get; set; }

    [Parameter] public EventCallback<EditImport> OnStep { get; set; }

    [SupplyParameterFromForm(FormName = "fields"), AllowNull] public Form Input { get => field ??= new(); set; }

    [SupplyParameterFromForm(FormName = "whole"), AllowNull] public WholeForm Whole { get => field ??= new(); set; }

    private Task SaveAsync() => OnStep.InvokeAsync(new EditImport(Guid.Empty, Input.Version, new ImportEdit(ImportEditKind.SetFields)
    {
        Reading = Place,
        Fields = new ReadingFields(
            Input.Title?.Trim() ?? "",
            Absent(Input.Subtitle),
            [.. (Input.Authors ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Absent(Input.Publication),
            Absent(Input.Date),
            Input.Language?.Trim() ?? "",
            Absent(Input.Rights),
            Absent(Input.Source))
        { Translator = Absent(Input.Translator) },
    }));

    private Task WholeAsync() => Whole.Kind is ImportEditKind.LeaveOut or ImportEditKind.TakeIn or ImportEditKind.JoinReading or ImportEditKind.ByChapters or ImportEditKind.AsOneReading
        ? OnStep.InvokeAsync(new EditImport(Guid.Empty, Whole.Version, new ImportEdit(Whole.Kind) { Reading = Place }))
        : Task.CompletedTask;

    private static string? Absent(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public int Version { get; set; }

        public string? Title { get; set; }

        public string? Subtitle { get; set; }

        public string? Authors { get; set; }

        public string? Translator { get; set; }

        public string? Publication { get; set; }

        public string? Date { get; set; }

        public string? Language { get; set; }

        public string? Rights { get; set; }

        public string? Source { get; set; }
    }

    public sealed class WholeForm
    {
        public int Version { get; set; }

        public ImportEditKind Kind { get; set; }
    }
}
