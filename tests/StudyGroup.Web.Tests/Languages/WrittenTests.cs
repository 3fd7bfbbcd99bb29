using StudyGroup.Tests.Databases;
using StudyGroup.Web.Annotations;
using StudyGroup.Web.Groups;
using StudyGroup.Web.Notifications;
using StudyGroup.Web.Shared;
using Xunit;

namespace StudyGroup.Web.Tests.Languages;

public sealed class WrittenTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 20, 14, 0, TimeSpan.Zero);

    private readonly Words words = new();

    public void Dispose() => words.Dispose();

    [Theory]
    [InlineData("en", 0, "No comments yet")]
    [InlineData("en", 1, "1 comment")]
    [InlineData("en", 2, "2 comments")]
    [InlineData("en", 12_345, "12,345 comments")]
    [InlineData("de", 0, "Noch keine Kommentare")]
    [InlineData("de", 1, "1 Kommentar")]
    [InlineData("de", 2, "2 Kommentare")]
    [InlineData("de", 12_345, "12.345 Kommentare")]
    public void Comments_are_counted(string language, int count, string text)
    {
        using var spoken = Spoken.In(language);

        Assert.Equal(text, words.Of<GroupTexts>().Count("Comment", count));
    }

    [Theory]
    [InlineData("en", 1, "1 member, 1 reading")]
    [InlineData("en", 1_000, "1,000 members, 1,000 readings")]
    [InlineData("de", 1, "1 Mitglied, 1 Text")]
    [InlineData("de", 1_000, "1.000 Mitglieder, 1.000 Texte")]
    public void Members_and_readings_are_counted(string language, int count, string text)
    {
        using var spoken = Spoken.In(language);
        var groups = words.Of<GroupTexts>();

        Assert.Equal(text, $"{groups.Count("Member", count)}, {groups.Count("Reading", count)}");
    }

    [Theory]
    [InlineData("en", "and 2 others wrote 1,500 comments", "1,500 replies")]
    [InlineData("de", "und 2 weitere Personen schrieben 1.500 Kommentare", "1.500 Antworten")]
    public void Large_numbers_are_grouped_as_the_language_does_it(string language, string feed, string card)
    {
        using var spoken = Spoken.In(language);

        Assert.Equal(feed, words.Of<NotificationTexts>()["AnswerOthers", 2, 1_500]);
        Assert.Equal(card, words.Of<MarginTexts>()["Replies", 1_500]);
    }

    [Theory]
    [InlineData("en", 0, "just now")]
    [InlineData("en", 4, "4 min")]
    [InlineData("en", 130, "2 h")]
    [InlineData("en", 1_440, "Yesterday")]
    [InlineData("en", 2_880, "Tue")]
    [InlineData("en", 14_400, "9 Nov")]
    [InlineData("en", 525_600, "19 Nov 2025")]
    [InlineData("de", 0, "gerade eben")]
    [InlineData("de", 4, "vor 4 Min.")]
    [InlineData("de", 130, "vor 2 Std.")]
    [InlineData("de", 1_440, "gestern")]
    [InlineData("de", 2_880, "Di")]
    [InlineData("de", 14_400, "9. Nov.")]
    [InlineData("de", 525_600, "19. Nov. 2025")]
    public void A_moment_is_told_by_its_distance_from_now(string language, int minutes, string text)
    {
        using var spoken = Spoken.In(language);

        Assert.Equal(text, Shown(Now.AddMinutes(-minutes), "UTC").Relative);
    }

    [Theory]
    [InlineData("en", "UTC", "Thu 19 Nov, 20:14", "Thursday 19 November 2026, 20:14")]
    [InlineData("en", "Pacific/Auckland", "Fri 20 Nov, 09:14", "Friday 20 November 2026, 09:14")]
    [InlineData("de", "UTC", "Do, 19. Nov., 20:14", "Donnerstag, 19. November 2026, 20:14")]
    [InlineData("de", "Europe/Vienna", "Do, 19. Nov., 21:14", "Donnerstag, 19. November 2026, 21:14")]
    public void A_moment_is_written_out_in_the_members_language_and_zone(string language, string zone, string absolute, string full)
    {
        using var spoken = Spoken.In(language);
        var shown = Shown(Now, zone);

        Assert.Equal((absolute, full), (shown.Absolute, shown.Full));
    }

    [Theory]
    [InlineData("en", "19 November", "Thursday 19 November 2026", "March 1921", "5 March 1921")]
    [InlineData("de", "19. November", "Donnerstag, 19. November 2026", "März 1921", "5. März 1921")]
    public void Days_are_written_as_the_language_does_it(string language, string day, string fullDay, string month, string printed)
    {
        using var spoken = Spoken.In(language);
        var text = words.Of<SharedTexts>();
        var date = new DateOnly(2026, 11, 19);

        Assert.Equal((day, fullDay), (text.Day(date), text.FullDay(date)));
        Assert.Equal((month, printed), (text.Published("1921-03"), text.Published("1921-03-05")));
        Assert.Equal(("1921", "around 1921", null), (text.Published("1921"), text.Published("around 1921"), text.Published(null)));
    }

    private ShownTime Shown(DateTimeOffset at, string zone) => new(at, Now, TimeZoneInfo.FindSystemTimeZoneById(zone), words.Of<SharedTexts>());
}
