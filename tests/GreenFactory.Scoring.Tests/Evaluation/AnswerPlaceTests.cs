using Xunit;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class AnswerPlaceTests
{
    private static readonly Facts Filled = Facts.Empty.With("total", "5").WithRows("products", [new Dictionary<string, string> { ["output"] = "1" }, new Dictionary<string, string> { ["output"] = "2" }]);

    [Fact]
    public void Every_place_reads_back_as_it_was_written()
    {
        AnswerPlace[] places = [AnswerPlace.OfGate("neg1"), AnswerPlace.OfInput("total"), AnswerPlace.OfGroup("products"), AnswerPlace.OfRow("products", 11), AnswerPlace.OfCell("products", 0, "output")];
        Assert.Equal(["gates.neg1", "inputs.total", "groups.products", "groups.products[11]", "groups.products[0].output"], places.Select(place => place.ToString()));
        Assert.Equal(places, places.Select(place => AnswerPlace.Read(place.ToString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("inputs.")]
    [InlineData("total")]
    [InlineData("groups.products[")]
    [InlineData("groups.products[x].output")]
    [InlineData("groups.products[-1].output")]
    [InlineData("groups.products[0]output")]
    [InlineData("groups.products[0].")]
    [InlineData("groups.products[0].a[1]")]
    [InlineData("groups.[0].output")]
    public void What_is_no_place_is_not_taken_for_one(string text) => Assert.Null(AnswerPlace.Read(text));

    [Fact]
    public void An_answer_is_put_where_it_is_read_and_nowhere_else()
    {
        var cell = AnswerPlace.OfCell("products", 1, "output");
        var changed = cell.Put(Filled, Answer.Of("9"));
        Assert.Equal("9", cell.In(changed)!.Text);
        Assert.Equal("1", AnswerPlace.OfCell("products", 0, "output").In(changed)!.Text);
        Assert.Equal("5", AnswerPlace.OfInput("total").In(changed)!.Text);
        Assert.Same(Filled, AnswerPlace.OfCell("products", 2, "output").Put(Filled, Answer.Of("9")));
        Assert.Null(AnswerPlace.OfCell("other", 0, "output").In(Filled));
        Assert.Throws<InvalidOperationException>(() => AnswerPlace.OfRow("products", 0).Put(Filled, Answer.Of("9")));
    }
}
