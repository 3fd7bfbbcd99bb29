using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;

namespace StudyGroup.Web.Annotations;

/// <summary>What of the margin its reader wants to see.</summary>
public sealed partial class MarginIsland
{
    private const int MostMembers = 50;

    /// <summary>A window begins so many blocks above the reader.</summary>
    private const int BlocksBehind = 12;

    private MarginFilter filter = MarginFilter.All;

    // What was unread when that was chosen, which stays in sight while it is read; or what has the chosen tag.
    private HashSet<Guid> among = [];

    // What of a long margin is chosen, in the whole reading; null for all of it, or where all of it is here.
    private List<MarkView>? chosenMarks;
    private IReadOnlyList<CardAuthor>? authors;

    // Of the whole reading, by mark, as it is now; kept while that is chosen.
    private readonly Dictionary<Guid, int> unreadNow = [];

    // Under a choice, the comments of all that is chosen.
    private string CountText => filter.Show is MarginShow.Unread ? UnreadText : (IsCountOfAll ? state.CommentCount : chosenMarks?.Sum(mark => mark.Comments) ?? state.Cards.Where(IsShown).Sum(card => card.Comments)) switch
    {
        0 => Text["NoComments"],
        1 => Text["OneComment"],
        var count => Text[isWindowed && IsCountOfAll ? "CommentsHere" : "Comments", count],
    };

    private bool IsCountOfAll => filter.IsWhole || filter.Show is MarginShow.None;

    private bool IsNothingShown => state.Cards.Count > 0 && !InOrder.Any();

    // The reader's own name stands for "mine".
    private IEnumerable<CardAuthor> Members => (authors ?? state.Cards.Select(card => new CardAuthor(card.StartedById, card.StartedByName)))
        .Where(member => member.Id != Member.AccountId).Distinct().OrderBy(member => member.Name, StringComparer.CurrentCulture).Take(MostMembers);

    private string UnreadText => unreadNow.Values.Sum() switch
    {
        0 => Text["NothingUnread"],
        1 => Text["OneUnread"],
        var count => Text["ManyUnread", count],
    };

    private Task ChooseAsync(ChangeEventArgs choice) => ChooseAsync(MarginFilter.Parse(choice.Value as string));

    private async Task ChooseAsync(MarginFilter chosen)
    {
        filter = chosen;
        await LoadChosenAsync();
        if (isWindowed)
            await LoadWindowAsync(chosenMarks?.Count <= MarginQuery.Window ? 0 : Math.Max(0, place - BlocksBehind));
        if (state.OpenCard is { } open && !IsShown(open))
            state.Close();
        Tell(script, "choose", list, filter.Show.ToString(), filter.MemberId, among);
        Tell(script, "activate", list, state.Open, LinkedTo(state.Open));
    }

    /// <summary>What is chosen is asked for the whole reading: a long margin holds only what is near.</summary>
    private async Task LoadChosenAsync()
    {
        var unread = filter.Show is MarginShow.Unread ? await Unread.InReadingAsync(GroupId, ReadingId, Member, Gone) : [];
        among = filter.Tag is { } tag ? [.. await TagsOfReading.MarksAsync(GroupId, ReadingId, tag.Key, Member, Gone)] : [.. unread.Select(mark => mark.MarkId)];
        unreadNow.Clear();
        foreach (var mark in unread)
            unreadNow[mark.MarkId] = mark.Count;
        chosenMarks = !isWindowed || filter.IsWhole ? null
            : [.. (await Margin.MarksAsync(GroupId, ReadingId, Member, Gone)).Where(mark => filter.Lets(mark, Member, among.Contains(mark.Id)))];
    }

    // What happens anywhere in a long margin joins what is chosen there, or leaves it.
    private void Follow(MarkView mark, int comments)
    {
        if (chosenMarks is null)
            return;

        chosenMarks.RemoveAll(other => other.Id == mark.Id);
        if (filter.Lets(mark, Member, state.IsFresh(mark.Id) || among.Contains(mark.Id)))
        {
            var place = chosenMarks.FindIndex(other => (other.StartPosition, other.StartOffset, other.Id).CompareTo((mark.StartPosition, mark.StartOffset, mark.Id)) > 0);
            chosenMarks.Insert(place < 0 ? chosenMarks.Count : place, mark with { Comments = comments });
        }
    }

    private Task<IReadOnlyList<ThreadCard>> CardsFromAsync(int position) => chosenMarks is { } chosen
        ? Margin.CardsOfAsync(GroupId, ReadingId, [.. chosen.Where(mark => mark.StartPosition >= position).Take(MarginQuery.Window).Select(mark => mark.Id)], Member, Gone)
        : Margin.CardsAsync(GroupId, ReadingId, position, Member, Gone);

    // Of a short margin the cards themselves say who is in it, and without scripts nobody can choose.
    private async Task LoadAuthorsAsync() => authors = isWindowed && RendererInfo.IsInteractive ? await Margin.AuthorsAsync(GroupId, ReadingId, MostMembers + 1, Member, Gone) : null;

    private bool IsShown(ThreadCard card) =>
        filter.IsWhole || (card.Mark is { } mark && filter.Lets(mark, Member, state.IsFresh(mark.Id) || among.Contains(mark.Id)));
}
