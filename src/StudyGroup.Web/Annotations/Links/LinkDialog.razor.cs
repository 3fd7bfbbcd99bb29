using Microsoft.AspNetCore.Components;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion.Links;
using StudyGroup.Shared;
using StudyGroup.Web.Discussion;

namespace StudyGroup.Web.Annotations.Links;

public sealed partial class LinkDialog
{
    private ModalDialog? dialog;
    private LinkKind kind;
    private bool isSwapped;
    private bool isPrivate;
    private string note = "";
    private string address = "";
    private string? refusal;
    private Guid key;

    [Inject] public required AddLinkHandler AddLink { get; init; }

    [Inject] public required LinkPlaceQuery Places { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    /// <summary>The reading on the page.</summary>
    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    /// <summary>The passage that was chosen first.</summary>
    [Parameter, EditorRequired] public required LinkPlace From { get; set; }

    /// <summary>The other one; null where it is to be named.</summary>
    [Parameter] public LinkPlace? To { get; set; }

    [Parameter] public bool MayWrite { get; set; }

    [Parameter] public EventCallback<AddedLink> OnMade { get; set; }

    [Parameter] public EventCallback OnClosed { get; set; }

    // Two clicks in one tick send one key.
    protected override void OnInitialized() => key = Guid.CreateVersion7(Time.GetUtcNow());

    private async Task CreateAsync()
    {
        var other = To;
        if (other is null)
        {
            var named = await Places.FindAsync(GroupId, ReadingId, address, Member, CancellationToken.None);
            if (!named.Succeeded)
            {
                refusal = named.Error.Message;
                return;
            }

            other = named.Value;
        }

        var (from, to) = isSwapped && !kind.IsMutual() ? (other, From) : (From, other);
        var added = await AddLink.HandleAsync(
            new AddLink(key, GroupId, from.ToEnd(), to.ToEnd(), kind, isPrivate || !MayWrite, note), Member, CancellationToken.None);
        refusal = added.Error?.Message;
        if (!added.Succeeded)
            return;

        if (dialog is not null)
            await dialog.CloseAsync();
        await OnMade.InvokeAsync(added.Value);
    }
}
