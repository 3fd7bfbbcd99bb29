using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using StudyGroup.Groups;
using StudyGroup.Readings.Editions;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Annotations.Editions;

/// <summary>Two editions of a reading, word by word; what stayed the same is folded away.</summary>
public sealed partial class DifferencePage
{
    private DifferenceView? view;
    private IReadOnlyList<Part> parts = [];

    [Inject] public required DifferenceQuery Differences { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string GroupSlug { get; set; }

    [Parameter] public required string ReadingSlug { get; set; }

    /// <summary>Number of the edition to begin with.</summary>
    [SupplyParameterFromQuery] public string? From { get; set; }

    [SupplyParameterFromQuery] public string? To { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string Summary => Text["Differs", Count(DifferenceKind.Edited, DifferenceKind.MovedHere), Count(DifferenceKind.Added), Count(DifferenceKind.Removed)];

    protected override async Task OnInitializedAsync()
    {
        view = await Differences.FindAsync(GroupSlug, ReadingSlug, (int?)From.AsNumber(), (int?)To.AsNumber(), Http.User.ToCurrentMember(), Http.RequestAborted);
        if (view is null)
            Navigation.NotFound();
        else
            parts = Folded(view.Rows);
    }

    private int Count(params DifferenceKind[] kinds) => view?.Rows.Count(row => kinds.Contains(row.Kind)) ?? 0;

    private string FoldText(IReadOnlyList<DifferenceRow> rows)
    {
        var numbers = rows.Select(row => row.NewNumber).OfType<int>().ToList();
        return numbers switch
        {
            [] => Text["FoldedHeading"],
            [var only] => Text["FoldedOne", only],
            _ => Text["Folded", numbers.Count, numbers[0], numbers[^1]],
        };
    }

    private RenderFragment Options(int chosen) => builder =>
    {
        foreach (var number in view?.Numbers ?? [])
            AddOption(builder, number, number == chosen);
    };

    private void AddOption(RenderTreeBuilder builder, int number, bool isChosen)
    {
        builder.OpenElement(0, "option");
        builder.SetKey(number);
        builder.AddAttribute(1, "value", number);
        builder.AddAttribute(2, "selected", isChosen);
        builder.AddContent(3, Text["Edition", number].Value);
        builder.CloseElement();
    }

    private static List<Part> Folded(IReadOnlyList<DifferenceRow> rows)
    {
        var parts = new List<Part>();
        var same = new List<DifferenceRow>();
        foreach (var row in rows)
        {
            if (row.Kind == DifferenceKind.Same)
            {
                same.Add(row);
                continue;
            }

            Fold();
            parts.Add(new Part(null, row));
        }

        Fold();
        return parts;

        void Fold()
        {
            if (same.Count > 0)
                parts.Add(new Part(same, null));
            same = [];
        }
    }

    /// <summary>A stretch that stayed the same, or a block that did not.</summary>
    private sealed record Part(IReadOnlyList<DifferenceRow>? Fold, DifferenceRow? Row);
}
