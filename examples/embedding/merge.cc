// SPDX-License-Identifier: Apache-2.0
// Joins a base and two drafts in memory, says what is open and writes the Word file: merge FOLDER.
#include <entente/merge.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using Answer = std::unique_ptr<entente_answer, decltype(&entente_answer_free)>;

static entente_file file_of(const char *name, const std::string &text)
{
    return {name, text.data(), text.size()};
}

static std::string merged(entente_form form, entente_format format, const entente_file &base, const std::vector<entente_draft> &drafts)
{
    entente_merge_options options;
    ENTENTE_CLEAR(&options);
    options.form = form;
    options.format = format;
    entente_answer *made = nullptr;
    entente_error error;
    if (!entente_merge(&options, &base, drafts.data(), drafts.size(), nullptr, &made, &error))
        throw std::runtime_error(error.message);
    Answer answer(made, entente_answer_free);
    size_t length = 0;
    const void *bytes = entente_answer_output(answer.get(), &length);
    return {static_cast<const char *>(bytes), length};
}

int main(int count, char **words)
{
    if (count != 2)
        return ENTENTE_BAD_INPUT;
    const std::string base = "The Parties report within 30 days.\n", a = "The Parties report within 14 days.\n",
                      b = "The Parties report in public within 30 days.\n";
    const std::vector<entente_draft> drafts = {{"A", file_of("a.md", a)}, {"B", file_of("b.md", b)}};
    try {
        std::cout << merged(ENTENTE_BRACKETS, ENTENTE_MARKDOWN, file_of("base.md", base), drafts);
        std::ofstream(std::string(words[1]) + "/out.docx", std::ios::binary) << merged(ENTENTE_REDLINE, ENTENTE_DOCX, file_of("base.md", base), drafts);
    } catch (const std::exception &refused) {
        std::cerr << refused.what() << '\n';
        return ENTENTE_BAD_INPUT;
    }
}
