using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>The two reactions below a post, each with its number, and with the names where somebody looks for them.</summary>
public sealed partial class PostReactions
{
    /// <summary>More names than these are only counted.</summary>
    private const int Names = 20;

    private IReadOnlyList<Shown> shown = [];

    [Inject] public required ReactHandler React { get; init; }

    [Parameter, EditorRequired] public required CommentView Comment { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter] public bool MayReact { get; set; }

    [Parameter] public EventCallback<Error> OnRefused { get; set; }

    protected override void OnParametersSet() => shown = [.. Enum.GetValues<ReactionKind>().Select(Of)];

    private Shown Of(ReactionKind kind)
    {
        var own = Comment.Reactions.Where(reaction => reaction.Kind == kind).ToList();
        var named = string.Join(", ", own.Take(Names).Select(reaction => reaction.Name));
        return new Shown(
            kind,
            own.Count,
            own.Count == 0 ? null : own.Count > Names ? Text["AndOthers", named, own.Count - Names].Value : named,
            own.Exists(reaction => reaction.AccountId == Member.AccountId));
    }

    private async Task ReactAsync(ReactionKind kind, bool isOn)
    {
        var done = await React.HandleAsync(new React(Comment.Id, kind, isOn), Member, CancellationToken.None);
        if (!done.Succeeded)
            await OnRefused.InvokeAsync(done.Error);
    }

    private sealed record Shown(ReactionKind Kind, int Count, string? Names, bool IsMine);
}
