using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Languages;

public sealed class SentenceTests
{
    // Made before anybody reads it, as refusals are.
    private static readonly Error TooLong = Error.TooLong("The comment", 10_000);

    [Theory]
    [InlineData("en", "The comment is too long: 10,000 characters at most.")]
    [InlineData("de", "Der Kommentar ist zu lang: höchstens 10.000 Zeichen.")]
    [InlineData("fr", "The comment is too long: 10 000 characters at most.")]
    public void A_refusal_is_told_in_the_language_of_who_reads_it(string language, string sentence)
    {
        using var spoken = Spoken.In(language);

        Assert.Equal(sentence, TooLong.Message.Replace('\u202f', ' '));
    }

    [Fact]
    public void A_sentence_without_a_translation_keeps_its_words_and_its_braces()
    {
        using var spoken = Spoken.In("de");
        var name = "a {0} name";
        Sentence plain = "Use {braces}.";
        Sentence withValue = $"{{{name}}} was used {2:N1} times.";

        Assert.Equal("Use {braces}.", plain.ToString());
        Assert.Equal("{a {0} name} was used 2,0 times.", withValue.ToString());
    }

    [Fact]
    public void Two_refusals_are_the_same_when_their_words_and_values_are()
    {
        Assert.Equal(Error.TooLong("The comment", 10_000), TooLong);
        Assert.NotEqual(Error.TooLong("The comment", 9_999), TooLong);
        Assert.NotEqual(Error.TooLong("The title", 10_000), TooLong);
    }
}
