using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Web.Discussion;

namespace StudyGroup.Web.Annotations;

public sealed partial class OwnNotes
{
    private ModalDialog? dialog;
    private PublishedNotes? published;
    private string? said;
    private int count;
    private bool isAsking;

    [Inject] public required NotesQuery Notes { get; init; }

    [Inject] public required PublishNotesHandler Publish { get; init; }

    [Inject] public required UndoPublicationHandler Undo { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    protected override async Task OnInitializedAsync() => count = await Notes.CountAsync(GroupId, ReadingId, Member, CancellationToken.None);

    private async Task PublishAsync()
    {
        var done = await Publish.HandleAsync(new PublishNotes(GroupId, ReadingId), Member, CancellationToken.None);
        (published, said) = (done.Value, done.Error?.Message);
        if (dialog is not null)
            await dialog.CloseAsync();
    }

    private async Task UndoAsync()
    {
        if (published is null)
            return;

        var undone = await Undo.HandleAsync(new UndoPublication(published.PublicationId), Member, CancellationToken.None);
        said = undone.Error?.Message ?? Text["TakenBack"];
        published = null;
    }
}
