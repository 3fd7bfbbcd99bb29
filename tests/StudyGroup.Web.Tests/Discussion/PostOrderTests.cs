using StudyGroup.Discussion;
using StudyGroup.Web.Discussion;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

public sealed class PostOrderTests
{
    [Fact]
    public void Answers_stand_below_the_first_post_of_their_branch_whatever_their_depth()
    {
        var first = Comment(1, "Ana");
        var answer = Comment(2, "Ben", first);
        var second = Comment(3, "Cy");
        var deeper = Comment(4, "Ana", answer);

        var branches = PostOrder.Arrange([first, answer, second, deeper]);

        Assert.Equal([first, second], branches.Select(branch => branch.Root));
        Assert.Equal([answer, deeper], branches[0].Replies.Select(reply => reply.Comment));
        Assert.Empty(branches[1].Replies);
    }

    [Fact]
    public void Only_an_answer_to_an_answer_says_whom_it_answers()
    {
        var first = Comment(1, "Ana");
        var answer = Comment(2, "Ben", first);
        var deeper = Comment(3, "Ana", answer);

        var replies = PostOrder.Arrange([first, answer, deeper])[0].Replies;

        Assert.Equal([null, "Ben"], replies.Select(reply => reply.To));
    }

    [Fact]
    public void An_answer_to_what_is_not_here_begins_a_branch_of_its_own()
    {
        var orphan = Comment(5, "Ana", Comment(1, "Ben"));

        Assert.Equal(orphan, Assert.Single(PostOrder.Arrange([orphan])).Root);
    }

    [Fact]
    public void An_answer_to_what_the_page_does_not_hold_stands_on_the_second_level()
    {
        var orphan = Comment(5, "Ana", Comment(1, "Ben")) with { ParentName = "Ben" };
        var moved = Comment(6, "Ana", Comment(2, "Cy")) with { AnswersName = "Cy" };
        var answer = Comment(7, "Cy", orphan) with { ParentName = "Ana" };

        var branches = PostOrder.Arrange([orphan, moved, answer]);

        Assert.Equal([true, false], branches.Select(branch => branch.IsBelow));
        Assert.Equal([answer], branches[0].Replies.Select(reply => reply.Comment));
    }

    internal static CommentView Comment(long sequence, string author, CommentView? parent = null, string? html = "<p>Words</p>") => new(
        Guid.CreateVersion7(), Guid.Empty, parent?.Id, Guid.CreateVersion7(), author, html, 1, sequence, DateTimeOffset.UnixEpoch, null, false, null, []);
}
