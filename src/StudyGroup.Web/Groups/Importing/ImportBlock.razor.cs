using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Import.Editing;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups.Importing;

/// <summary>Joins, splits and names one block of a text that is being imported.</summary>
public sealed partial class ImportBlock
{
    private const int MostSplits = 40;
    private const int BeginningLength = 80;

    private static readonly ImportEditKind[] Kinds = [ImportEditKind.MakeParagraph, ImportEditKind.MakeHeading, ImportEditKind.MakeQuote, ImportEditKind.MakeVerse];

    private IReadOnlyList<SentenceStart> starts = [];

    [Parameter, EditorRequired] public required ReadingDraft Draft { get; set; }

    [Parameter, EditorRequired] public required int Place { get; set; }

    /// <summary>Its place in the reading, from 0.</summary>
    [Parameter, EditorRequired] public required int Block { get; set; }

    [Parameter, EditorRequired] public required int Version { get; set; }

    [Parameter, EditorRequired] public required string CloseHref { get; set; }

    [Parameter] public EventCallback<EditImport> OnStep { get; set; }

    [SupplyParameterFromForm(FormName = "block"), AllowNull] public Form Input { get => field ??= new(); set; }

    private string Markdown => Draft.Blocks[Block].Markdown;

    private string Beginning => Markdown.Length <= BeginningLength ? Markdown : Markdown[..BeginningLength];

    private string Shown => Beginning.Length < Markdown.Length ? Beginning + "…" : Beginning;

    protected override void OnParametersSet() => starts = [.. Sentences.StartsIn(Markdown).Take(MostSplits)];

    private Task SendAsync()
    {
        var words = (Input.Step ?? "").Split(' ');
        if (!Enum.TryParse<ImportEditKind>(words[0], out var kind))
            return Task.CompletedTask;

        return OnStep.InvokeAsync(new EditImport(Guid.Empty, Input.Version, new ImportEdit(kind)
        {
            Reading = Place,
            Block = Block,
            Beginning = Beginning,
            Offset = (int)(words.ElementAtOrDefault(1).AsNumber() ?? 0),
        }));
    }

    public sealed class Form
    {
        public int Version { get; set; }

        /// <summary>The kind of the step, and behind a blank where to split.</summary>
        public string? Step { get; set; }
    }
}
