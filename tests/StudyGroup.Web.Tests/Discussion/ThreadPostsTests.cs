using StudyGroup.Discussion;
using StudyGroup.Web.Discussion;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

public sealed class ThreadPostsTests
{
    [Fact]
    public void News_and_a_fresh_read_come_to_the_same()
    {
        var (first, second) = (PostOrderTests.Comment(1, "Ana"), PostOrderTests.Comment(7, "Ben"));
        var edited = first with { Html = "<p>Other words</p>", Version = 2 };
        var state = new ThreadPosts();
        state.Append([first]);

        state.Put(second);
        state.Put(second);
        state.Put(edited);

        Assert.Equal([edited, second], state.Comments);
    }

    [Fact]
    public void A_late_event_takes_its_place_by_number()
    {
        var comments = new[] { PostOrderTests.Comment(1, "Ana"), PostOrderTests.Comment(4, "Ben"), PostOrderTests.Comment(9, "Cy") };
        var state = new ThreadPosts();
        state.Append([comments[0], comments[2]]);

        state.Put(comments[1]);

        Assert.Equal(comments, state.Comments);
    }

    [Fact]
    public void What_changes_before_the_pages_read_so_far_waits_for_its_page()
    {
        var page = Enumerable.Range(500, ThreadQuery.PageSize).Select(number => PostOrderTests.Comment(number, "Ana")).ToList();
        var earlier = Enumerable.Range(1, 3).Select(number => PostOrderTests.Comment(number, "Ben")).ToList();
        var state = new ThreadPosts();
        state.Prepend(page);

        Assert.False(state.Put(earlier[1]));
        Assert.Equal((true, 500), (state.HasEarlier, state.First));
        state.Prepend(earlier);

        Assert.False(state.HasEarlier);
        Assert.Equal([.. earlier, .. page], state.Comments);
    }

    [Fact]
    public void What_comes_behind_the_pages_read_so_far_waits_for_its_page()
    {
        var page = Enumerable.Range(1, ThreadQuery.PageSize).Select(number => PostOrderTests.Comment(number, "Ana")).ToList();
        var state = new ThreadPosts();
        state.Append(page);

        var shown = state.Put(PostOrderTests.Comment(5_000, "Ben"));
        state.Append([PostOrderTests.Comment(ThreadQuery.PageSize + 1, "Cy")]);

        Assert.False(shown);
        Assert.False(state.HasMore);
        Assert.Equal(ThreadQuery.PageSize + 1, state.Last);
    }
}
