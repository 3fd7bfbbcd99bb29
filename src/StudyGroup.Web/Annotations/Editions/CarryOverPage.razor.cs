using Microsoft.AspNetCore.Components;
using StudyGroup.Annotations.Editions;
using StudyGroup.Shared;
using StudyGroup.Web.Groups;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Annotations.Editions;

/// <summary>What became of the marks when a text changed, and what is to be decided about them.</summary>
public sealed partial class CarryOverPage
{
    /// <summary>What waits for somebody comes first.</summary>
    private static readonly CarryOutcome[] Urgency = [CarryOutcome.ToReview, CarryOutcome.Orphaned, CarryOutcome.Moved, CarryOutcome.Kept];

    private CarryOverView? view;
    private IReadOnlyList<CarriedMarkView> marks = [];
    private CarryOutcome outcome;
    private DateTimeOffset now;
    private string? note;
    private bool isRefused;

    [Inject] public required CarryOverQuery CarryOvers { get; init; }

    [Inject] public required AcceptCarriedMarkHandler Accept { get; init; }

    [Inject] public required AcceptCarriedMarksHandler AcceptEvery { get; init; }

    [Inject] public required TakeBackCarriedMarkHandler TakeBack { get; init; }

    [Inject] public required UndoEditionHandler TakeEditionBack { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string GroupSlug { get; set; }

    [Parameter] public required string ReadingSlug { get; set; }

    /// <summary>Which one; without it the newest.</summary>
    [SupplyParameterFromQuery] public string? Number { get; set; }

    /// <summary>Which marks are listed, by the name of the outcome.</summary>
    [SupplyParameterFromQuery] public string? Show { get; set; }

    [SupplyParameterFromQuery] public string? After { get; set; }

    /// <summary>A step, and behind a blank the mark it is about.</summary>
    [SupplyParameterFromForm(FormName = "decide", Name = "Step")] public string? Step { get; set; }

    [SupplyParameterFromForm(FormName = "undo")] public bool IsSure { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private CurrentMember Me => Http.User.ToCurrentMember();

    private string Heading => Text["ResultTitle", view?.Row.To ?? 0];

    private bool MayAcceptAll => view is { IsNewest: true, Counts.StillToReview: > 0 } && outcome == CarryOutcome.ToReview;

    private string? Next => marks.Count < CarryOverQuery.PageSize ? null : $"{AddressOf(outcome)}&after={marks[^1].Id}";

    protected override async Task OnInitializedAsync()
    {
        now = Time.GetUtcNow();
        await LoadAsync();
        if (view is null)
            Navigation.NotFound();
    }

    private string AddressOf(CarryOutcome choice) => $"{view?.Text.Address}/carried?number={view?.Row.Number}&show={choice}";

    private async Task LoadAsync()
    {
        view = await CarryOvers.FindAsync(GroupSlug, ReadingSlug, (int?)Number.AsNumber(), Me, Http.RequestAborted);
        if (view is null)
            return;

        outcome = Enum.TryParse<CarryOutcome>(Show, ignoreCase: true, out var shown) && Enum.IsDefined(shown) ? shown : Urgency.FirstOrDefault(choice => view.Counts.Of(choice) > 0, CarryOutcome.Kept);
        marks = await CarryOvers.MarksAsync(view, outcome, After.AsId(), Me, Http.RequestAborted);
    }

    private async Task AcceptAllAsync()
    {
        if (view is null)
            return;
        var accepted = await AcceptEvery.HandleAsync(new AcceptCarriedMarks(view.Row.Id, view.Text.Group.Id), Me, Http.RequestAborted);
        await SayAsync(accepted.Error, accepted.Succeeded ? Text.Count("Accepted", accepted.Value) : "");
    }

    private async Task DecideAsync()
    {
        if (Step?.Split(' ') is not [var step, var id] || id.AsId() is not { } mark)
            return;
        var decided = step == "accept"
            ? await Accept.HandleAsync(new AcceptCarriedMark(mark), Me, Http.RequestAborted)
            : await TakeBack.HandleAsync(new TakeBackCarriedMark(mark), Me, Http.RequestAborted);
        await SayAsync(decided.Error, Text[step == "accept" ? "AcceptedThis" : "TakenBackThis"]);
    }

    private async Task UndoAsync()
    {
        if (view is null || !IsSure)
            return;
        var undone = await TakeEditionBack.HandleAsync(new UndoEdition(view.Row.Id), Me, Http.RequestAborted);
        if (undone.Succeeded)
            Navigation.NavigateTo($"{view.Text.Address}/carried");
        else
            await SayAsync(undone.Error, "");
    }

    private async Task SayAsync(Error? refusal, string done)
    {
        (note, isRefused) = (refusal?.Message ?? done, refusal is not null);
        await LoadAsync();
    }
}
