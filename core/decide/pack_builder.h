// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"

#include <map>
#include <memory>
#include <vector>

namespace ow::decide {

/// Builds a CompiledPack and finds on the way everything that is wrong with the pack: validating and
/// compiling are one walk, so that they can never disagree. One file for each part: build_*.cpp.
class PackBuilder {
public:
    enum class Find { Errors, Warnings };

    /// `find`: whether warnings are looked for too, which deciding has no use for.
    explicit PackBuilder(const model::Pack& pack, Find find = Find::Errors);

    /// Call once. The pack is of use only where there are no errors.
    std::shared_ptr<const CompiledPack> build();
    const std::vector<Error>& errors() const { return m_errors; }
    const std::vector<Error>& warnings() const { return m_warnings; }

private:
    void buildProducts();
    void buildEdges();
    void buildFacts();
    void buildNeeds();
    void buildPlacements();
    void buildOffers();
    void buildRules();
    void buildSequence();
    void buildExperiments();
    void buildGuarantees();

    void buildFact(std::size_t i);
    void buildAggregate(std::size_t i, CompiledFact& out, const std::string& at);
    void buildOffer(Index index, std::size_t sourceIndex);
    /// The template, told what it needs.
    Because needing(Because because) const;
    void buildItems(CompiledOffer& out, const std::string& at);
    void buildOfferValues(CompiledOffer& out);
    void buildArm(
        const model::Experiment& experiment, const model::Arm& arm, CompiledArm& out, const std::string& at);

    void error(std::string at, std::string message);
    void warn(std::string at, std::string message);
    /// Reports a name that leads nowhere; `what` it should name.
    void dangling(
        std::string at, std::string_view what, std::string_view name, const CompiledPack::Names& known);
    Index reference(
        const CompiledPack::Names& known, std::string_view name, std::string_view what, std::string at);
    Index edgeEnd(const model::EdgeEnd& end, std::string at);
    Index eventType(const std::string& type);

    const expr::Vocabulary& at(expr::Place place);
    /// A program that is of the wanted type, or an error at the path and a program of nothing.
    std::optional<expr::Program> program(const std::string& text, const expr::Vocabulary& names,
        std::optional<expr::Kind> wanted, const std::string& at);
    Condition condition(const std::string& text, const expr::Vocabulary& names, const std::string& at);
    Condition condition(const std::string& text, expr::Place place, const std::string& path)
    {
        return condition(text, at(place), path);
    }
    Scope scope(const model::Scope& source, const std::string& at);

    std::shared_ptr<CompiledPack> m_out;
    Find m_find;
    std::vector<Error> m_errors, m_warnings;
    std::vector<bool> m_sureFacts; ///< by fact: its values are of its declared type, whatever happens
    std::map<expr::Place, expr::Vocabulary> m_vocabularies;
    std::vector<std::size_t> m_offerSources; ///< by compiled offer: its place in the pack
    CompiledPack::Names m_channels, m_stages, m_motivations;
};

}
